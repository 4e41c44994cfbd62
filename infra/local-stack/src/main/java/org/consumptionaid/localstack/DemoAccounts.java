package org.consumptionaid.localstack;

import java.util.ArrayList;
import java.util.List;

/** The people of the demo data, as the terminal lists them. */
enum DemoAccounts {
    BUYER("buyer", "预算单位采购人", "procurement buyer of a budget unit"),
    BUYER2("buyer2", "预算单位采购人（另一单位）", "procurement buyer of another unit"),
    CANTEEN("canteen", "学校食堂", "school canteen"),
    CANTEEN2("canteen2", "学校食堂（另一学校）", "canteen of another school"),
    COOPERATIVE("cooperative", "县域合作社", "county cooperative"),
    COOPERATIVE2("cooperative2", "县域合作社（另一县）", "cooperative of another county"),
    COUNTY("county", "县级审核员", "county reviewer"),
    PROVINCE("province", "省级审核员", "province reviewer"),
    EDUCATION("education", "教育局", "education bureau"),
    OPERATOR("operator", "平台运营", "platform operator"),
    OPERATOR2("operator2", "平台财务（第二位复核人）", "second operator, releases pay-outs"),
    AUDITOR("auditor", "审计员", "auditor");

    static final String PASSWORD = "demo";

    private final String login;
    private final String chinese;
    private final String english;

    DemoAccounts(String login, String chinese, String english) {
        this.login = login;
        this.chinese = chinese;
        this.english = english;
    }

    static List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("账号 login", "身份", "role"));
        for (DemoAccounts account : values()) {
            rows.add(List.of(account.login, account.chinese, account.english));
        }
        return rows;
    }
}
