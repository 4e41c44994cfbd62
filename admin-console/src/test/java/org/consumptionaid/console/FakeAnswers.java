package org.consumptionaid.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consumptionaid.console.FakeApi.Answer;
import org.jspecify.annotations.Nullable;

/** Canned JSON in the shapes of the contract. */
final class FakeAnswers {

    private static final List<String> CATEGORIES =
            List.of(
                    "grain:粮食:Grain",
                    "tuber:薯类:Tubers",
                    "tuber-potato:马铃薯:Potatoes:tuber",
                    "vegetable:蔬菜:Vegetables",
                    "fungus:食用菌:Edible fungi",
                    "fruit:水果:Fruit",
                    "fruit-apple:苹果:Apples:fruit",
                    "fruit-pear:梨:Pears:fruit",
                    "meat:畜禽肉:Meat and poultry",
                    "aquatic:水产:Fish and aquatic products",
                    "egg:禽蛋:Eggs",
                    "dairy:乳品:Dairy",
                    "bean:豆类及豆制品:Beans and bean products",
                    "nut:坚果干果:Nuts and dried fruit",
                    "oil:食用油:Cooking oil",
                    "tea:茶叶:Tea",
                    "honey:蜂产品:Bee products",
                    "spice:调味品:Spices and condiments",
                    "herb:滋补药食:Medicinal and tonic foods");

    private static final List<String> PRODUCTS =
            List.of(
                    "昭通野生苹果:fruit:昭阳区:昭通市:云南省:4880:5000:箱",
                    "秦巴黑木耳:fungus:略阳县:汉中市:陕西省:6800:500:袋",
                    "定西马铃薯:tuber:安定区:定西市:甘肃省:1990:10000:袋",
                    "洛川苹果:fruit:宜川县:延安市:陕西省:5990:4500:箱",
                    "雷山银球茶:tea:雷山县:黔东南苗族侗族自治州:贵州省:12800:250:盒",
                    "五常稻花香大米:grain:桦川县:佳木斯市:黑龙江省:7990:5000:袋",
                    "巴山土鸡蛋:egg:镇巴县:汉中市:陕西省:3980:1500:盒",
                    "山地花菜:vegetable:榆中县:兰州市:甘肃省:880:1000:颗");

    private static final Map<String, String> ACTIONS =
            Map.of(
                    "placed", "\"CONFIRM\",\"REFUSE\",\"CANCEL\"",
                    "shipped", "\"ACCEPT\"",
                    "confirmed", "\"SHIP\",\"CLOSE\"",
                    "accepted", "\"RESTOCK\",\"INVOICE\"",
                    "invoiced", "\"PAY_BY_CARD\",\"RECORD_REMITTANCE\"",
                    "paid", "\"REFUND\",\"SOMETHING_NEW\"",
                    "settled", "\"REINVOICE\"");

    private FakeAnswers() {}

    static Answer of(String method, String path) {
        String json = json(method, path);
        return json == null
                ? new Answer(
                        404,
                        "{\"type\":\"urn:consumption-aid:problem:not-found\",\"status\":404,"
                                + "\"detail\":\"没有找到。\"}")
                : new Answer(method.equals("POST") ? 201 : 200, json);
    }

    private static final String ORDER_LOTS =
            """
            {"items":[{"number":"P00000013","line":1,"name":"昭通野生苹果","grams":60000,"certified":true,"shippedAt":"2026-11-24T07:05:00Z"},
             {"number":"P00000021","line":2,"name":"秦巴黑木耳","grams":500,"certified":false,"shippedAt":"2026-11-24T07:05:00Z"}]}
            """;

    private static final String LATEST_LOTS =
            """
            {"items":[{"number":"P00000013","issuedOn":"2026-11-24"}]}
            """;

    private static final String LOT =
            """
            {"number":"P00000013","productId":"prod-0","productName":"昭通野生苹果","quantity":12,"unit":"箱","grams":60000,
             "province":"云南省","countyName":"昭阳区","producer":"昭阳区众兴农业专业合作社","contact":"0870-1","basis":["SELF_TEST","NEW_BASIS"],
             "promises":["NO_BANNED_SUBSTANCES","RESIDUES_WITHIN_LIMITS","ANSWERS_FOR_TRUTH"],"issuedOn":"2026-11-24",
             "certificateNumber":"CA-1","shippedAt":"2026-11-24T07:05:00Z"}
            """;

    private static final String FARM_RECORDS =
            """
            {"items":[{"id":"r3","plot":"东坡","doneOn":"2026-09-20","operation":"HARVEST","input":"","source":"","amount":"","note":"","recordedAt":"2026-09-20T01:00:00Z"},
             {"id":"r2","corrects":"r1","plot":"东坡","doneOn":"2026-08-01","operation":"PESTICIDE","input":"代森锰锌","source":"县农资站","amount":"150 克/亩","intervalDays":21,"note":"","recordedAt":"2026-08-02T01:00:00Z"},
             {"id":"r1","correctedBy":"r2","plot":"东坡","doneOn":"2026-08-01","operation":"PESTICIDE","input":"代森锰锌","source":"","amount":"","intervalDays":7,"note":"","recordedAt":"2026-08-01T01:00:00Z"}]}
            """;

    private static final String PICTURES =
            """
            {"items":[{"id":"pic-1","alt":"","width":1600,"height":1200},{"id":"pic-2","alt":"果园","width":900,"height":1600}]}
            """;

    private static final String PRICES =
            """
            {"items":[{"buyerKind":"ANY","minGrams":100000,"fenPerKg":900,"fromAt":"2026-11-01T01:02:03Z","reason":"",
              "offerId":"of1","setBy":"王小明"},
             {"buyerKind":"ANY","minGrams":0,"fenPerKg":976,"priceFen":4880,"fromAt":"2026-10-01T01:02:03Z",
              "reason":"有机认证","referenceFenPerKg":400,"setBy":"王小明"},
             {"buyerKind":"ANY","minGrams":0,"fenPerKg":960,"priceFen":4800,"fromAt":"2026-09-01T01:02:03Z",
              "untilAt":"2026-10-01T01:02:03Z","reason":""}],
             "reference":{"kind":"MARKET","fenPerKg":400,"ceilingFenPerKg":800,"item":"菠菜","market":"一家商超",
              "source":"某来源","month":"2023-06-01"}}
            """;
    private static final String PAID_PRICES =
            """
            {"items":[{"buyerKind":"ANY","minGrams":0,"fenPerKg":976,"priceFen":4880,"fromAt":"2026-10-01T01:02:03Z","reason":""}],
             "reference":{"kind":"PAID","fenPerKg":900,"ceilingFenPerKg":1350,"sales":12,"firstOn":"2026-10-02","lastOn":"2026-11-20"}}
            """;
    private static final String OFFERS =
            """
            {"buyerKind":"PROCUREMENT","steps":[{"minGrams":0,"fenPerKg":976,"priceFen":4880},
             {"minGrams":100000,"fenPerKg":900,"priceFen":4500,"offerId":"of1"}],
             "items":[{"id":"of1","buyerKind":"ANY","minGrams":100000,"fenPerKg":900,"validFromOn":"2026-11-01","inForce":true,"reason":""},
             {"id":"of2","buyerKind":"SCHOOL","minGrams":0,"fenPerKg":880,"validFromOn":"2026-12-01","validToOn":"2026-12-31",
              "inForce":false,"reason":"清晨送到校"}]}
            """;

    private static final String FISCAL_YEAR =
            """
            {"fiscalYear":2026,"orderedFen":9180,"countedFen":3533,"reservedShareBasisPoints":1000}
            """;

    private static final String PARKED =
            """
            {"items":[{"productId":"prod-0","name":"昭通野生苹果","organisationId":"o1","organisationName":"昭阳合作社",
             "countyName":"昭阳区","listed":true,"error":"document_parsing_exception: <b>grade</b>",
             "since":"2026-11-01T01:02:03Z","lastTriedAt":"2026-11-02T01:02:03Z","replaying":false}]}
            """;

    private static @Nullable String json(String method, String path) {
        if (path.endsWith("/lots") && !path.startsWith("/benefit")) {
            return path.startsWith("/orders/") ? ORDER_LOTS : LATEST_LOTS;
        }
        if (path.startsWith("/attachments")) {
            return "{\"id\":\"at2\",\"name\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}";
        }
        if (path.startsWith("/lots/")) {
            return LOT;
        }
        if (path.endsWith("/farm-records")) {
            return path.startsWith("/products/prod-4/") ? "{\"items\":[]}" : FARM_RECORDS;
        }
        if (path.startsWith("/cart")) {
            return method.equals("DELETE") ? EMPTY_CART : CART;
        }
        if (path.startsWith("/bureau/plans/")) {
            return WEEK_PLAN;
        }
        if (path.endsWith("/unit-corrections") || path.startsWith("/procurement/corrections/")) {
            return CORRECTION;
        }
        if (path.startsWith("/contracts/")) {
            return path.endsWith("G00000018") ? contractCheck() : null;
        }
        if (path.endsWith("/invoices")) {
            return path.contains("/settled/") ? INVOICES : "{\"items\":[]}";
        }
        if (path.contains("/contract")) {
            return contract(path.split("/", -1)[2]);
        }
        if (path.equals("/requisitions") || path.equals("/requisitions/waiting")) {
            return method.equals("POST")
                    ? requisition("DRAFT")
                    : "{\"items\":[" + REQUISITION_HEAD.formatted("submitted", "SUBMITTED") + "]}";
        }
        if (path.startsWith("/requisitions/")) {
            return requisition(path.split("/", -1)[2].toUpperCase(Locale.ROOT));
        }
        if (path.startsWith("/unit")) {
            return UNIT;
        }
        if (path.startsWith("/orders/") && path.endsWith("/complaints")) {
            return method.equals("POST") ? complaint("ASKED") : COMPLAINTS;
        }
        if (path.equals("/complaints") || path.equals("/complaints/open")) {
            return COMPLAINTS;
        }
        if (path.startsWith("/complaints/")) {
            return complaint(path.split("/", -1)[2].toUpperCase(Locale.ROOT));
        }
        if (path.endsWith("s") && method.equals("POST") && path.startsWith("/orders/")) {
            return PAYMENT;
        }
        if (path.endsWith("/payment-clock")) {
            return path.contains("/invoiced/") ? OVERDUE : IN_TIME;
        }
        if (path.startsWith("/orders/")) {
            return order(path.split("/", -1)[2]);
        }
        if (path.equals("/products/suggestions")) {
            return SUGGESTIONS;
        }
        if (path.contains("/pictures")) {
            return path.startsWith("/products/prod-4/") ? "{\"items\":[]}" : PICTURES;
        }
        if (path.endsWith("/prices")) {
            return path.contains("prod-4") ? PAID_PRICES : PRICES;
        }
        if (path.endsWith("/offers") || path.endsWith("/ending")) {
            return OFFERS;
        }
        if (path.endsWith("/capacity")) {
            return CAPACITY;
        }
        if (path.startsWith("/products")) {
            return product(0, true);
        }
        if ((path.equals("/certifications") && method.equals("GET"))
                || path.equals("/certifications/waiting")) {
            return "{\"items\":[" + certification("COUNTY_REVIEW") + "]}";
        }
        if (path.startsWith("/certifications")) {
            return certification(
                    path.endsWith("returned")
                            ? "RETURNED"
                            : path.endsWith("running") ? "IN_FORCE" : "COUNTY_REVIEW");
        }
        if (path.startsWith("/certificates/")) {
            return path.endsWith("NOTICE") ? certificateOnNotice() : CERTIFICATE;
        }
        if (path.startsWith("/registrations/")) {
            return REGISTRATION;
        }
        if (path.startsWith("/imports/")) {
            return imported(path.split("/", -1)[2]);
        }
        return switch (path) {
            case "/divisions" -> DIVISIONS;
            case "/registrations" -> method.equals("POST") ? REGISTRATION : page(REGISTRATION);
            case "/imports" -> method.equals("POST") ? imported("checking") : imports();
            case "/settlement-statement" -> SETTLEMENT_STATEMENT;
            case "/payouts/payable" -> PAYABLE_COOPERATIVES;
            case "/payout-batches" -> method.equals("POST") ? BATCH : "{\"items\":[" + BATCH + "]}";
            case "/payout-batches/b1",
                    "/payout-batches/b1/release",
                    "/payout-batches/b1/cancellation" ->
                    BATCH;
            case "/payout-batches/b2", "/payouts/p1/bounce" ->
                    BATCH.replace("PREPARED", "RELEASED");
            case "/payments/unknown" ->
                    """
                    {"items":[{"id":"pay4","orderId":"paid","orderNumber":"D00000427","buyerName":"某某局","method":"CARD_REFUND","amountFen":5,
                      "unknownSince":"2026-11-25T07:05:00Z","askedAt":"2026-11-25T07:35:00Z","reason":"no connection"}]}
                    """;
            case "/payments/pay4/asking" -> PAYMENT;
            case "/orders/paid/card-refunds" -> PAYMENTS;
            case "/disputes" ->
                    """
                    {"items":[{"id":"du_1","orderId":"paid","orderNumber":"D00000427","buyerName":"某某局","amountFen":3680,
                      "reason":"product_not_received","state":"OPEN","dueAt":"2026-12-02T00:00:00Z","openedAt":"2026-11-25T00:00:00Z"}]}
                    """;
            case "/payables" -> PAYABLES;
            case "/payer-declarations" -> DECLARATIONS;
            case "/remittance-codes", "/remittance-codes/F00000018" -> NOTE;
            case "/banks", "/banks/demo" ->
                    method.equals("PUT") ? BANK : "{\"items\":[" + BANK + "]}";
            case "/bank-statements" ->
                    method.equals("POST") ? STATEMENT : "{\"items\":[" + STATEMENT + "]}";
            case "/bank-lines" -> BANK_LINES;
            case "/bank-lines/l1/assignment",
                    "/bank-lines/l1/set-aside",
                    "/bank-lines/l1/return",
                    "/bank-lines/l1/reversal" ->
                    BANK_LINE;
            case "/categories" -> categories();
            case "/orders" -> method.equals("POST") ? PURCHASE : ORDERS;
            case "/payments" -> PAYMENTS;
            case "/ledger/entries" -> LEDGER;
            case "/ledger/benefits" -> BENEFITS;
            case "/benefit/rules" -> method.equals("POST") ? RULE : page(RULE);
            case "/benefit/households" -> method.equals("POST") ? HOUSEHOLD : page(HOUSEHOLD);
            case "/benefit/plots" -> PLOTS;
            case "/benefit/lots" -> LOTS;
            case "/benefit/claims" -> method.equals("POST") ? CLAIM : page(CLAIM);
            case "/figures" -> FIGURES;
            case "/findings" -> FINDINGS;
            case "/ledger/heads" -> HEADS;
            case "/ledger/entries/e1/proof" -> PROOF;
            case "/cooperative/products" -> ownProducts();
            case "/cooperative/delivery-area" -> DELIVERY_AREA;
            case "/school/need", "/school/head-counts" -> NEED;
            case "/school/suppliers", "/school/demand/potato/suppliers" -> SUPPLIERS;
            case "/schools/12621102MB0000000X/lunch" -> LUNCH;
            case "/bureau/month" -> SCHOOLS_MONTH;
            case "/incidents", "/incidents/i1/report" -> INCIDENTS;
            case "/kitchen/day", "/kitchen/uses", "/kitchen/samples", "/kitchen/disposals" ->
                    KITCHEN;
            case "/recalls" -> method.equals("POST") ? RECALL : "{\"items\":[" + RECALL + "]}";
            case "/recalls/r1", "/recalls/r1/answer" -> RECALL;
            case "/school/dishes" -> "{\"items\":[" + DISH + "]}";
            case "/school/menu", "/school/menu/days/2026-11-30" -> MENU;
            case "/school/demand", "/school/store-room" -> DEMAND;
            case "/bureau/canteens" -> CANTEENS;
            case "/bureau/plans" -> method.equals("POST") ? WEEK_PLAN : WEEK_PLANS;
            case "/cooperative/supply-terms" -> SUPPLY_TERMS;
            case "/procurement/audit.zip" -> "{}";
            case "/procurement/year" -> FISCAL_YEAR;
            case "/procurement/reserve", "/procurement/filings" -> RESERVE;
            case "/procurement/corrections" -> "{\"items\":[" + CORRECTION + "]}";
            case "/supervision/today" -> today();
            case "/catalog/parked" -> PARKED;
            case "/catalog/parked/prod-0" -> product(0, true);
            case "/catalog/parked/replay" -> "{\"replayed\":1}";
            default -> null;
        };
    }

    static String me(String role) {
        return """
        {"personId":"p1","username":"u","displayName":"王小明","role":"%s","organisationId":"o1",
         "organisationName":"昭阳区某某单位","organisationKind":"BUDGET_UNIT","countyCode":"530602","countyName":"昭阳区"}
        """
                .formatted(role);
    }

    private static String categories() {
        return CATEGORIES.stream()
                .map(c -> c.split(":", -1))
                .map(c ->
                        "{\"code\":\"%s\",\"name\":\"%s\",\"nameEn\":\"%s\",\"parent\":%s}"
                                .formatted(
                                        c[0],
                                        c[1],
                                        c[2],
                                        c.length > 3 ? "\"" + c[3] + "\"" : "null"))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    static String product(int index, boolean whole) {
        String[] p = PRODUCTS.get(index % PRODUCTS.size()).split(":", -1);
        long fen = Long.parseLong(p[5]);
        long grams = Long.parseLong(p[6]);
        String rest =
                whole
                        ? ",\"description\":\"高山种植，采摘后 24 小时内发货。</script>\",\"packaging\":\"纸箱\","
                                + "\"storage\":\"0–4 °C 冷藏\",\"shelfLifeDays\":60,\"township\":\"靖安镇\",\"seasonFrom\":9,"
                                + "\"seasonTo\":2,\"listed\":%s,\"version\":\"7.1\""
                                        .formatted(index % 3 != 2)
                        : "";
        return """
        {"id":"prod-%d","name":"%s","variety":"红富士","grade":"一级","countyCode":"530602","countyName":"%s",
         "prefecture":"%s","province":"%s","category":"%s","categoryName":"%s","organisationId":"o%d",
         "organisationName":"%s众兴农业专业合作社","priceFen":%d,"pricePerKgFen":%d,"unit":"%s","netWeightGrams":%d,
         "available":%d,"inSeason":%s,"certificateNumber":"CA-2026-00001-%d","certifiedUntil":"2027-05-31T16:00:00Z",
         "giCertificate":%s,"picture":%s,"demo":true%s}
        """
                .formatted(
                        index,
                        p[0],
                        p[2],
                        p[3],
                        p[4],
                        p[1],
                        p[1],
                        index,
                        p[2],
                        fen,
                        fen * 1000 / grams,
                        p[7],
                        grams,
                        index == 3 ? 0 : 1200,
                        index != 4,
                        index,
                        index == 0 ? "\"AGI01234\"" : "null",
                        index == 0 ? "\"pic-1\"" : "null",
                        rest);
    }

    static String search(@Nullable String query) {
        String q = query == null ? "" : query;
        if (q.contains("q=nothing")) {
            return "{\"items\":[],\"total\":0,\"facets\":{\"county\":[],\"category\":[]},\"degraded\":false}";
        }
        boolean last = q.contains("cursor=");
        List<String> items =
                IntStream.range(0, PRODUCTS.size()).mapToObj(i -> product(i, false)).toList();
        List<String> counties = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            counties.add(
                    "{\"key\":\"5306%02d\",\"name\":\"第%d县\",\"count\":%d}"
                            .formatted(i, i + 1, 40 - i));
        }
        return """
        {"items":[%s],"total":1234,"degraded":false,"facets":{"county":[%s],"category":[
          {"key":"fruit","name":"水果","count":700},
          {"key":"fruit-apple","name":"苹果","count":400,"parent":"fruit"},{"key":"fruit-pear","name":"梨","count":90,"parent":"fruit"},
          {"key":"fungus","name":"食用菌","count":300}],
          "province":[{"key":"云南省","name":"云南省","count":900}],"priceBand":[{"key":"500-1000","name":"5–10 元/公斤","count":40}],
          "season":[{"key":"now","name":"当季","count":800}],"certificate":[{"key":"SUPPLIER","name":"供应商认证","count":1234}],
          "delivery":[{"key":"甘肃省","name":"甘肃省","count":1200}]}%s}
        """
                .formatted(
                        String.join(",", items),
                        String.join(",", counties),
                        last ? "" : ",\"next\":\"abc=\"");
    }

    private static String ownProducts() {
        return IntStream.range(0, 4)
                .mapToObj(i -> product(i, true))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    /** An import whose id is its state in small letters; {@code clean} has no mistakes. */
    static String imported(String id) {
        boolean mistakes = id.equals("checked") || id.equals("applied");
        String state = id.equals("clean") ? "CHECKED" : id.toUpperCase(Locale.ROOT);
        return """
        {"id":"%s","fileName":"产品 <b>.xlsx","state":"%s","rows":5000,"checked":%d,"good":%d,"bad":%d,"added":%d,"changed":0,
         "unchanged":0,"goodRowsOnly":%s,"notices":["列“备注”不是模板里的列，没有读取。"],"errors":[%s],"products":[%s],
         "createdAt":"2026-11-20T02:00:00Z"}
        """
                .formatted(
                        id,
                        state,
                        id.equals("checking") ? 1500 : 5000,
                        mistakes ? 4800 : 5000,
                        mistakes ? 200 : 0,
                        mistakes ? 4800 : 5000,
                        id.equals("applied") ? "true" : "null",
                        mistakes
                                ? "{\"row\":7,\"cell\":\"G7\",\"column\":\"每件价格（元）\","
                                        + "\"message\":\"“每件价格（元）”不能是 0。\"},"
                                        + "{\"row\":9,\"message\":\"证书已过期。\"}"
                                : "",
                        id.equals("applied")
                                ? "{\"row\":2,\"id\":\"prod-0\",\"name\":\"昭通野生苹果\"}"
                                : "");
    }

    private static String imports() {
        return Stream.of("checking", "checked", "applied", "failed")
                .map(FakeAnswers::imported)
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static final String CAPACITY =
            """
            {"items":[{"category":"fruit","categoryName":"水果","certificateNumber":"CA-1","from":"2026-08-01","to":"2027-03-31",
             "basis":"AREA","amountHundredths":1250000,"gramsPerUnit":2000000,"certifiedGrams":25000000000,
             "drawnGrams":1800000000}]}
            """;

    private static final String SUGGESTIONS =
            """
            {"items":[{"kind":"PRODUCT","text":"昭通野生苹果"},{"kind":"CATEGORY","text":"水果","key":"fruit"},
             {"kind":"COUNTY","text":"会宁县","key":"620422"}]}
            """;

    private static final String DELIVERY_AREA =
            """
            {"provinces":["甘肃省"],"choices":["北京市","甘肃省","云南省"]}
            """;

    static final String DEGRADED =
            """
            {"items":[%s],"total":1,"facets":{"county":[],"category":[],"province":[{"key":"云南省","name":"云南省","count":0}]},
             "degraded":true,"notice":"目前用简化搜索。"}
            """
                    .formatted(product(0, false));

    private static final String CART =
            """
            {"suppliers":[{"organisationId":"o1","organisationName":"昭阳区众兴农业专业合作社","totalFen":58560,"lines":[
               {"productId":"prod-0","name":"昭通野生苹果","countyName":"昭阳区","category":"fruit","unit":"箱","netWeightGrams":5000,
                "priceFen":4880,"quantity":12,"available":1200,"totalFen":58560}]},
              {"organisationId":"o2","organisationName":"略阳县众兴农业专业合作社","totalFen":13600,"lines":[
               {"productId":"prod-1","name":"秦巴黑木耳","countyName":"略阳县","category":"fungus","unit":"袋","netWeightGrams":500,
                "priceFen":6800,"quantity":2,"available":1,"totalFen":13600,"problem":"只剩 1 袋，请减少数量。"}]}],
             "totalFen":72160,"quantity":14}
            """;

    private static final String EMPTY_CART = "{\"suppliers\":[],\"totalFen\":0,\"quantity\":0}";

    private static final String PURCHASE =
            """
            {"purchaseId":"pu1","orders":[{"id":"placed","number":"CA26-000123-7","state":"PLACED",
              "supplierName":"昭阳区众兴农业专业合作社","totalFen":58560}]}
            """;

    static String order(String id) {
        String state = id.toUpperCase(java.util.Locale.ROOT);
        return """
        {"id":"%s","number":"CA26-000123-7","purchaseId":"pu1","state":"%s","channel":"PROCUREMENT","terms":"GOODS_FIRST",
         "buyerId":"o9","buyerName":"昭阳区某某局","supplierId":"o1","supplierName":"昭阳区众兴农业专业合作社","totalFen":58560,
         "acceptedFen":57584,"paidFen":0,"dueFen":57584,"refundableFen":0,"deliverTo":"昭通市昭阳区文渊街 1 号","deliverOn":"2026-11-30","note":"",
         "placedAt":"2026-11-23T06:05:00Z","dueOn":"2026-12-23","version":3,
         "lines":[{"line":1,"productId":"prod-0","name":"昭通野生苹果","category":"fruit","countyCode":"530602","countyName":"昭阳区",
           "unit":"箱","unitGrams":5000,"priceFen":4880,"quantity":12,"orderedGrams":60000,"totalFen":58560,
           "acceptedGrams":59000,"acceptedFen":57584,"certificateNumber":"CA-2026-00001-0"},
          {"line":2,"productId":"prod-1","name":"秦巴黑木耳","category":"fungus","countyCode":"610727","countyName":"略阳县",
           "unit":"袋","unitGrams":500,"priceFen":6800,"quantity":1,"orderedGrams":500,"totalFen":6800,
           "certificateNumber":"CA-2026-00001-1"}],
         "weights":[{"line":1,"shipment":0,"kind":"ORDERED","packages":12,"grams":60000,"reason":"","at":"2026-11-23T06:05:00Z","byOrganisation":"昭阳区某某局"},
          {"line":1,"shipment":1,"kind":"SHIPPED","packages":8,"grams":40000,"reason":"","at":"2026-11-24T07:05:00Z","byOrganisation":"众兴合作社"},
          {"line":1,"shipment":1,"kind":"ACCEPTED","packages":0,"grams":30000,"reason":"压坏","at":"2026-11-24T09:05:00Z","byOrganisation":"昭阳区某某局"},
          {"line":1,"shipment":2,"kind":"SHIPPED","packages":2,"grams":10000,"reason":"","at":"2026-11-25T07:05:00Z","byOrganisation":"众兴合作社"}],
         "comingHome":[{"line":1,"shipment":1,"grams":10000,"packages":2}],
         "events":[{"at":"2026-11-23T06:05:00Z","action":"PLACE","from":"DRAFT","to":"PLACED","byOrganisation":"昭阳区某某局","note":""},
          {"at":"2026-11-23T07:05:00Z","action":"CONFIRM","from":"PLACED","to":"CONFIRMED","byOrganisation":"众兴合作社","note":""},
          {"at":"2026-11-24T07:05:00Z","action":"SHIP","from":"CONFIRMED","to":"SHIPPED","byOrganisation":"众兴合作社","note":"顺丰 SF123"}],
         "actions":[%s]}
        """
                .formatted(id, state, ACTIONS.getOrDefault(id, ""));
    }

    private static final String INVOICES =
            """
            {"items":[{"id":"i1","number":"12345678","code":"053002100111","issuedOn":"2026-11-24","totalFen":57584,"taxFen":4755,"reason":"",
              "reversedBy":"26532000000000000018","attachmentId":"at1","fileName":"发票.pdf","recordedAt":"2026-11-25T07:05:00Z"},
             {"id":"i2","number":"26532000000000000018","code":"","issuedOn":"2026-11-25","totalFen":-57584,"taxFen":-4755,"reason":"税号写错",
              "reverses":"12345678","attachmentId":"at2","fileName":"红字.ofd","recordedAt":"2026-11-25T07:05:00Z"}]}
            """;

    private static String contract(String order) {
        String state =
                switch (order) {
                    case "placed" -> "DRAFT";
                    case "shipped" -> "HALF_SIGNED";
                    case "cancelled" -> "REPLACED";
                    default -> "IN_FORCE";
                };
        return """
        {"number":"G00000018","version":2,"state":"%s","content":"0a",%s"replaces":"G00000026","keptYears":15,
         "signatures":[{"side":"BUYER","organisationName":"昭阳区某某局","personName":"王小明","at":"2026-11-25T07:05:00Z"}],"maySign":%s}
        """
                .formatted(
                        state,
                        switch (state) {
                            case "DRAFT" -> "";
                            case "REPLACED" -> "\"sha256\":\"0b\",\"replacedBy\":\"G00000034\",";
                            default -> "\"sha256\":\"0b\",";
                        },
                        state.equals("DRAFT"));
    }

    /** Of the three bytes {@code abc}. */
    private static String contractCheck() {
        return """
        {"number":"G00000018","version":1,"state":"REPLACED","replacedBy":"G00000034",
         "sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","buyerName":"昭阳区某某局",
         "buyerCreditCode":"11530602015123456X","supplierName":"众兴合作社","buyerSignedAt":"2026-11-25T07:05:00Z"}
        """;
    }

    private static final String ORDERS =
            """
            {"items":[
              {"id":"shipped","number":"CA26-000123-7","state":"SHIPPED","channel":"PROCUREMENT","terms":"GOODS_FIRST","buyerName":"昭阳区某某局",
               "supplierName":"昭阳区众兴农业专业合作社","totalFen":58560,"lineCount":2,"firstProduct":"昭通野生苹果","placedAt":"2026-11-23T06:05:00Z","dueOn":"2026-12-23"},
              {"id":"placed","number":"CA26-000124-5","state":"PLACED","channel":"SCHOOL","terms":"PAY_FIRST","buyerName":"昭阳区第一小学",
               "supplierName":"略阳县众兴农业专业合作社","totalFen":1234567,"lineCount":1,"firstProduct":"秦巴黑木耳","placedAt":"2026-11-22T06:05:00Z"}],
             "next":"n2"}
            """;

    static final String PAYMENTS =
            """
            {"items":[{"id":"pay1","method":"CARD","means":"WECHAT_PAY","state":"PENDING","amountFen":57584,"at":"2026-11-25T07:05:00Z",
              "action":{"kind":"QR","url":"https://pay.example/1"}},
             {"id":"pay0","method":"CARD","means":"CARD","state":"SUCCEEDED","amountFen":5,"at":"2026-11-25T07:05:00Z"},
             {"id":"pay4","method":"CARD_REFUND","state":"UNKNOWN","amountFen":5,"reason":"no connection","at":"2026-11-25T07:05:00Z"},
             {"id":"pay2","method":"REMITTANCE","state":"SUCCEEDED","amountFen":1000,"payerName":"某某局","bankReference":"B-1","at":"2026-11-25T08:05:00Z"}]}
            """;

    private static final String PAYMENT =
            """
            {"id":"pay3","method":"REMITTANCE","state":"SUCCEEDED","amountFen":57584,"at":"2026-11-25T07:05:00Z"}
            """;

    private static final String LEDGER =
            """
            {"items":[{"id":"e1","kind":"PAID_OUT","bookedAt":"2026-11-26T07:05:00Z","note":"订单结算","seal":42,
              "postings":[{"account":"platform/bank","amountFen":-57584},{"account":"cooperative/o1/payable","organisationName":"众兴合作社","amountFen":46067},{"account":"something/o1/new","amountFen":11517}]},
             {"id":"e2","kind":"BENEFIT_EARNED","bookedAt":"2026-11-26T07:05:00Z","note":"","postings":[{"account":"cooperative/o1/payable","organisationName":"众兴合作社","amountFen":-100},{"account":"cooperative/o1/benefit","organisationName":"众兴合作社","amountFen":100}]},
             {"id":"e3","kind":"BENEFIT_SPLIT","bookedAt":"2026-11-26T07:05:00Z","note":"","postings":[{"account":"cooperative/o1/benefit","organisationName":"众兴合作社","amountFen":-100},{"account":"household/H00000011/land-rent","amountFen":60},{"account":"cooperative/o1/margin","organisationName":"众兴合作社","amountFen":40}]}]}
            """;

    private static final String FINDINGS =
            """
            {"items":[{"id":"f1","check":"ROUND_NUMBERS","subject":"众兴合作社","evidence":"9 × : 88%","foundAt":"2026-11-26T07:05:00Z"},
             {"id":"f2","check":"SOMETHING_NEW","subject":"H00000011","evidence":"磅单 3","foundAt":"2026-11-26T07:05:00Z","decision":"EXPLAINED","reason":"属实","decidedAt":"2026-11-26T08:05:00Z"}]}
            """;

    private static final String FIGURES =
            """
            {"month":"2026-10","seal":42,"sealHash":"0a","fewestHouseholds":10,"rows":[{"measure":"PURCHASE","households":39,"fen":3900},
             {"measure":"PURCHASE","countyCode":"530602","countyName":"昭阳区","households":25,"fen":2500},{"measure":"PURCHASE","countyCode":"620422","countyName":"会宁县"}]}
            """;

    private static final String RULE =
            """
            {"id":"r1","version":2,"validFrom":"2026-11-26T07:05:00Z","parts":[{"mode":"PURCHASE","basisPoints":6000,"ofHundredYuanFen":6000},{"mode":"MARGIN","basisPoints":4000,"ofHundredYuanFen":4000}]}
            """;

    private static final String PLOT =
            """
            {"id":"t1","produce":"洋芋","season":2026,"grams":1000000,"claimedGrams":2000,"evidence":"确权证 12"}
            """;

    private static final String LOTS =
            """
            {"items":[{"number":"P00000018","orderNumber":"D00000026","product":"会宁洋芋","grams":20000,"claimedGrams":5000}]}
            """;

    private static final String PLOTS = "{\"items\":[" + PLOT + "]}";

    private static final String HOUSEHOLD =
            "{\"id\":\"h1\",\"code\":\"H00000011\",\"receivedFen\":4200,\"plots\":[" + PLOT + "]}";

    private static final String CLAIM =
            """
            {"id":"c1","organisationName":"众兴合作社","household":"H00000011","mode":"WAGE","evidence":"工时表 3","from":"2026-11-20T00:00:00Z","to":"2026-11-20T08:00:00Z",
             "minutes":450,"fenPerHour":2000,"worthFen":15000,"receivedFen":0,"state":"PROPOSED","createdAt":"2026-11-26T07:05:00Z"},
            {"id":"c2","organisationName":"众兴合作社","household":"H00000011","mode":"PURCHASE","evidence":"磅单 9","lot":"P00000018","produce":"洋芋","grams":5000,"fenPerKg":150,
             "worthFen":750,"receivedFen":750,"state":"REJECTED","reason":"不清","createdAt":"2026-11-26T07:05:00Z"}
            """;

    private static String page(String items) {
        return "{\"items\":[" + items + "],\"next\":\"n1\"}";
    }

    private static final String SEAL =
            """
            {"number":42,"previousHash":"%1$s","root":"%1$s","entries":3,"sealedAt":"2026-11-26T07:05:01.000002Z","hash":"%1$s"}
            """
                    .formatted("0a".repeat(32));

    private static final String HEADS =
            "{\"items\":[{\"day\":\"2026-11-26\",\"seal\":" + SEAL + "}]}";

    private static final String PROOF =
            """
            {"entryId":"e1","subjectId":"settled","canonical":"{\\"id\\":\\"e1\\"}","leaf":"0b","position":1,"path":["0c","0d"],"seal":%s}
            """
                    .formatted(SEAL);

    private static final String BENEFITS =
            """
            {"items":[{"organisationId":"o1","organisationName":"昭阳区众兴农业专业合作社","benefitFen":1151700,"paidOutFen":0}]}
            """;

    private static String certificateOnNotice() {
        return """
        {"number":"Z00000017","kind":"PRODUCT","category":"honey","categoryName":"蜂产品","organisationName":"众兴合作社",
         "countyName":"昭阳区","province":"云南省","state":"PUBLIC_NOTICE","noticeUntil":"2026-11-29T16:00:00Z",
         "validFrom":"2026-11-29T16:00:00Z","validUntil":"2028-11-28T16:00:00Z","countyReviewer":"昭阳区农业农村局",
         "provinceReviewer":"云南省农业农村厅","checkedAt":"2026-11-23T06:05:00Z",%s}
        """
                .formatted(SEASONS_AND_EVENTS);
    }

    private static String certification(String phase) {
        return """
        {"id":"z1","number":"Z00000017","kind":"PRODUCT","category":"honey","categoryName":"蜂产品","organisationName":"众兴合作社",
         "countyName":"昭阳区","province":"云南省","phase":"%s","statement":"五十箱蜂","attachments":["at1"],"appliedAt":"2026-11-23T06:05:00Z",
         "dueOn":"2026-11-20","overdue":true,"actions":["APPROVE","RETURN","REFUSE"],
         "noticeUntil":"2025-11-29T16:00:00Z","validFrom":"2025-11-29T16:00:00Z","validUntil":"2027-11-28T16:00:00Z",%s}
        """
                .formatted(phase, SEASONS_AND_EVENTS);
    }

    private static final String SEASONS_AND_EVENTS =
            """
             "seasons":[{"from":"2026-01-01","to":"2026-12-31","basis":"HERD","amountHundredths":5000,"gramsPerUnit":20000,"certifiedGrams":1000000,"drawnGrams":0}],
             "events":[{"at":"2026-11-23T06:05:00Z","action":"APPLY","from":"NONE","to":"COUNTY_REVIEW","organisationName":"众兴合作社","reason":""},
              {"at":"2026-11-24T06:05:00Z","action":"RETURN","from":"COUNTY_REVIEW","to":"RETURNED","organisationName":"昭阳区农业农村局","reason":"请附<蜂箱>照片"}]
            """;

    private static final String DIVISIONS =
            """
            {"items":[{"code":"620422","name":"会宁县","prefecture":"白银市","province":"甘肃省"},
             {"code":"110101","name":"东城区","prefecture":"北京市","province":"北京市"},
             {"code":"130102","name":"长安区","prefecture":"石家庄市","province":"河北省"},
             {"code":"610116","name":"长安区","prefecture":"西安市","province":"陕西省"}]}
            """;

    private static final String REGISTRATION =
            """
            {"id":"g1","number":"R00000015","kind":"COOPERATIVE","name":"会宁<新>合作社","creditCode":"93620422MA0000001X","countyName":"会宁县",
             "province":"甘肃省","bankName":"农业银行","accountEnding":"0018","contactName":"马建国","contactPhone":"13800000000",
             "username":"huining","state":"WAITING","submittedAt":"2026-11-23T06:05:00Z","reason":""}
            """;

    private static final String CERTIFICATE =
            """
            {"number":"CA-2026-00001-0","kind":"SUPPLIER","organisationName":"昭阳区众兴农业专业合作社","countyName":"昭阳区","state":"IN_FORCE",
             "validFrom":"2026-05-31T16:00:00Z","validUntil":"2027-05-31T16:00:00Z","countyReviewer":"昭阳区农业农村局",
             "provinceReviewer":"云南省乡村振兴局","checkedAt":"2026-11-23T06:05:00Z"}
            """;

    private static final String OVERDUE =
            """
            {"dueOn":"2026-11-20","daysLeft":-4,"dueFen":57584,"interestFen":115,"interestDays":4,"rateBasisPoints":5}
            """;

    private static final String IN_TIME =
            """
            {"dueOn":"2026-12-20","daysLeft":6,"dueFen":57584,"interestFen":0,"interestDays":0}
            """;

    private static final String SETTLEMENT_STATEMENT =
            """
            {"organisationId":"o1","organisationName":"众兴合作社","month":"2026-11","openingFen":100,"earnedFen":3680,"correctionsFen":-180,
             "paidOutFen":100,"closingFen":3500,"interestFen":8,"lines":[
              {"entryId":"e1","bookedAt":"2026-11-23T06:05:00Z","kind":"EARNED","orderNumber":"D00000427","fen":3680},
              {"entryId":"e2","bookedAt":"2026-11-24T06:05:00Z","kind":"CORRECTION","orderNumber":"D00000427","fen":-180},
              {"entryId":"e3","bookedAt":"2026-11-24T06:05:00Z","kind":"PAID_OUT","orderNumber":"D00000419","fen":-100},
              {"entryId":"e4","bookedAt":"2026-11-24T06:05:00Z","kind":"INTEREST","orderNumber":"D00000427 · 2026-11-23","fen":8}]}
            """;

    private static final String PAYABLE_COOPERATIVES =
            """
            {"items":[{"organisationId":"o1","organisationName":"众兴合作社","bankName":"演示农村信用社","accountEnding":"0026","orders":2,"amountFen":123456},
             {"organisationId":"o2","organisationName":"略阳合作社","orders":1,"amountFen":100}]}
            """;

    private static final String BATCH =
            """
            {"id":"b1","number":"B00000018","state":"PREPARED","totalFen":123456,"cooperatives":1,"sha256":"0a0b","preparedBy":"郑凯",
             "preparedAt":"2026-11-23T06:05:00Z","firstReleaseBy":"郑凯","firstReleaseAt":"2026-11-23T06:06:00Z",
             "payouts":[{"id":"p1","organisationName":"众兴合作社","bankName":"演示农村信用社","accountEnding":"0026","amountFen":123456,
               "orders":[{"orderId":"paid","number":"D00000427","amountFen":123456}]},
              {"id":"p2","organisationName":"略阳合作社","bankName":"演示农村信用社","accountEnding":"0027","amountFen":1,"bouncedFor":"户名不符",
               "orders":[{"orderId":"settled","number":"D00000435","amountFen":1}]}]}
            """;

    private static final String RESERVE =
            """
            {"fiscalYear":2026,"leastBasisPoints":1000,"dueOn":"2026-03-21","openFen":100,"committedFen":200,"acceptedFen":300,
             "countedFen":400,"projectedFen":1200,"shortfallFen":800,
             "filings":[{"fiscalYear":2026,"canteen":"SHARED","partner":"市机关事务局","foodBudgetFen":20000,"shareBasisPoints":1000,
               "reservedFen":2000,"late":true,"filedBy":"王敏","filedAt":"2026-04-01T01:00:00Z"}],
             "months":[{"month":1,"fen":500,"countedFen":400},{"month":2,"fen":400,"countedFen":0}]}
            """;

    private static final String CORRECTION =
            """
            {"id":"k1","orderId":"paid","orderNumber":"D00000427","fromUnit":"甲局","toUnit":"乙局","reason":"选错单位","askedBy":"王敏",
             "askedAt":"2026-04-01T01:00:00Z","unitAt":"2026-04-01T02:00:00Z","state":"ASKED","refusedFor":"","waitsForCaller":true}
            """;

    private static final String REQUISITION_HEAD =
            """
            {"id":"%s","number":"Q00000018","unitName":"昭阳区某某单位","personName":"王敏","fiscalYear":2026,"purpose":"职工食堂 12 月用粮",
             "budgetLineId":"b1","budgetLine":"30201 食堂","state":"%s","totalFen":368000,"terms":"GOODS_FIRST","deliverTo":"一号门",
             "deliverOn":"2026-12-01","note":"","level":1,"dueAt":"2026-11-28T02:00:00Z","madeAt":"2026-11-26T02:00:00Z",
             "lineCount":2,"firstProduct":"昭通野生苹果"}
            """;

    private static String requisition(String state) {
        return """
        {"requisition":%s,
         "lines":[{"line":1,"productId":"prod-0","name":"昭通野生苹果","supplierName":"众兴合作社","unit":"箱","unitGrams":5000,
          "quantity":10,"priceFen":36800,"totalFen":368000,"certificateNumber":"CA-1"}],
         "stages":[{"stage":1,"level":1,"needed":2,"dueAt":"2026-11-28T02:00:00Z","agreedAt":"2026-11-27T02:00:00Z"},
          {"stage":2,"level":2,"needed":1,"dueAt":"2026-11-29T02:00:00Z"},{"stage":3,"level":3,"needed":1}],
         "steps":[{"stage":1,"approver":"a1","approverName":"李强","left":false,"decision":"AGREED","decidedBy":"赵芳","onBehalf":true,
           "decidedAt":"2026-11-27T02:00:00Z","comment":"同意"},
          {"stage":2,"approver":"a2","approverName":"陈静","left":true,"onBehalf":false,"comment":""},
          {"stage":3,"approver":"a2","approverName":"陈静","left":true,"onBehalf":false,"comment":""}],
         "events":[{"at":"2026-11-26T02:00:00Z","action":"MAKE","personName":"王敏","note":""},
          {"at":"2026-11-29T02:00:00Z","action":"EXPIRE","note":"x"}],
         "orders":[%s],"actions":[%s]}
        """
                .formatted(
                        REQUISITION_HEAD.formatted(state.toLowerCase(Locale.ROOT), state),
                        state.equals("ORDERED")
                                ? "{\"id\":\"placed\",\"number\":\"D00000427\",\"supplierName\":\"众兴合作社\",\"totalFen\":368000}"
                                : "",
                        switch (state) {
                            case "DRAFT" -> "\"SUBMIT\",\"WITHDRAW\"";
                            case "SUBMITTED" -> "\"DECIDE\",\"REASSIGN\",\"SOMETHING_NEW\"";
                            case "APPROVED" -> "\"ORDER\",\"WITHDRAW\"";
                            default -> "";
                        });
    }

    private static final String UNIT =
            """
            {"unitId":"o1","fiscalYear":2026,"kept":true,"own":["MANAGER","BUYER"],
             "roles":[{"username":"a1","displayName":"李强","organisationName":"昭阳区某某单位","role":"APPROVER","left":false},
              {"username":"a2","displayName":"陈静","organisationName":"昭阳区某某单位","role":"NEW_ROLE","left":true}],
             "rules":[{"id":"r1","category":"tuber-potato","fromFen":1000000,"level":1,"needed":1,"hours":48,"approvers":["李强"]},
              {"id":"r2","fromFen":0,"level":2,"needed":1,"hours":24,"approvers":["李强","陈静"]}],
             "delegations":[{"id":"d1","fromName":"李强","toName":"陈静","from":"2026-11-26","to":"2026-12-01","own":false}],
             "budgetLines":[{"id":"b1","fiscalYear":2026,"code":"30201","name":"食堂","amountFen":10000000,"askedFen":368000,"orderedFen":100}]}
            """;

    private static final String COMPLAINT_HEAD =
            """
            {"id":"asked","number":"T00000018","kind":"RETURN","state":"ASKED","orderId":"accepted","orderNumber":"D00000427",
             "buyerId":"b1","buyerName":"兰州税务局","supplierId":"o1","supplierName":"众兴合作社","reason":"有烂的","fen":1840,
             "askedAt":"2026-11-23T06:05:00Z","dueAt":"2026-11-26T06:05:00Z"}
            """;

    private static final String COMPLAINTS = "{\"items\":[" + COMPLAINT_HEAD + "]}";

    private static String complaint(String state) {
        String actions =
                switch (state) {
                    case "AGREED" -> "[\"RECEIVE\",\"DISMISS\"]";
                    case "CREDITED" -> "[]";
                    default -> "[\"AGREE\",\"REFUSE\",\"WITHDRAW\"]";
                };
        String note =
                """
                ,"creditNote":{"number":"C00000018","invoiceNumber":"F-1","fen":1840,
                 "lines":[{"line":1,"name":"会宁洋芋","grams":5000,"fen":1840}],"issuedAt":"2026-11-24T06:05:00Z"}
                """;
        return """
        {"complaint":%s,"lines":[{"line":1,"name":"会宁洋芋","unitGrams":10000,"grams":5000,"fen":1840}],
         "attachments":[{"id":"at1","name":"照片.jpg","contentType":"image/jpeg","bytes":9}],
         "events":[{"at":"2026-11-23T06:05:00Z","action":"ASK","byOrganisation":"兰州税务局","note":""},
                   {"at":"2026-11-23T06:06:00Z","action":"ESCALATE","note":""}],
         "actions":%s%s}
        """
                .formatted(
                        COMPLAINT_HEAD.replace("ASKED", state),
                        actions,
                        state.equals("CREDITED") ? note : "");
    }

    private static final String PAYABLES =
            """
            {"items":[{"orderId":"invoiced","number":"D00000427","terms":"GOODS_FIRST","buyerName":"昭阳区某某局",
              "supplierName":"昭阳区众兴农业专业合作社","dueFen":57584,"dueOn":"2026-11-20","daysLeft":-4},
             {"orderId":"accepted","number":"D00000435","terms":"PAY_FIRST","buyerName":"昭阳区某某局",
              "supplierName":"略阳县众兴农业专业合作社","dueFen":1000,"dueOn":"2026-11-30","daysLeft":6}]}
            """;

    private static final String DECLARATIONS =
            """
            {"items":[{"id":"d1","buyerId":"o9","buyerName":"昭阳区某某局","payerName":"昭阳区国库集中支付中心","payerAccount":"62220001",
              "reason":"国库集中支付","declaredAt":"2026-11-23T06:05:00Z"}]}
            """;

    private static final String NOTE =
            """
            {"code":"F00000018","buyerName":"昭阳区某某局","dueFen":58584,
             "orders":[{"id":"invoiced","number":"D00000427","supplierName":"昭阳区众兴农业专业合作社","dueFen":57584,"dueOn":"2026-11-20"},
                       {"id":"placed","number":"D00000435","supplierName":"略阳县众兴农业专业合作社","dueFen":1000}],
             "accounts":[{"bankName":"演示银行","accountHolder":"消费帮扶集市","accountNumber":"6200010"}]}
            """;

    private static final String BANK =
            """
            {"code":"demo","name":"演示银行","accountHolder":"消费帮扶集市","accountNumber":"6200010","charset":"GB18030","delimiter":",",
             "dayPattern":"yyyyMMdd","dayColumn":"交易日期","amountColumn":"贷方发生额","payerColumn":"对方户名","payerAccountColumn":"对方账号",
             "referenceColumn":"交易流水号","purposeColumn":"摘要","version":1}
            """;

    private static final String STATEMENT =
            """
            {"id":"s1","bankCode":"demo","bankName":"演示银行","format":"CSV","fileName":"11月.csv","importedAt":"2026-11-23T06:05:00Z",
             "lines":12,"newLines":10,"unseen":2,"waiting":3,"posted":5,"setAside":0}
            """;

    private static final String BANK_LINE =
            """
            {"id":"l1","bankName":"演示银行","bookedOn":"2026-11-23","amountFen":60000,"postedFen":1416,"returnedFen":0,"payerName":"昭阳区某某局","payerAccount":"62220001",
             "reference":"L-1","purpose":"货款 F00000018","state":"WAITING","finding":"OVER_PAYMENT",
             "candidates":[{"code":"F00000018","buyerName":"昭阳区某某局","dueFen":58584,"finding":"OVER_PAYMENT","certaintyPercent":75,
               "codeFits":true,"amountFits":false,"payerFits":true,"orders":[
                 {"orderId":"invoiced","number":"D00000427","supplierName":"众兴合作社","dueFen":57584},
                 {"orderId":"accepted","number":"D00000435","supplierName":"略阳合作社","dueFen":1000}]}]}
            """;

    private static final String BANK_LINES =
            "{\"items\":["
                    + BANK_LINE
                    + """
                    ,{"id":"l2","bankName":"演示银行","bookedOn":"2026-11-23","amountFen":31,"postedFen":0,"returnedFen":0,"payerName":"演示银行","payerAccount":"",
                      "reference":"L-2","purpose":"","state":"WAITING","finding":"NOTHING_FITS","candidates":[]},
                     {"id":"l3","bankName":"演示银行","bookedOn":"2026-11-23","amountFen":31,"postedFen":0,"returnedFen":0,"payerName":"演示银行","payerAccount":"",
                      "reference":"L-3","purpose":"结息","state":"SET_ASIDE","setAsideFor":"利息","candidates":[]},
                     {"id":"l4","bankName":"演示银行","bookedOn":"2026-11-23","amountFen":31,"postedFen":0,"payerName":"甲","payerAccount":"",
                      "reference":"L-4","purpose":"","state":"RETURNED","returnedFen":31,"returnedFor":"误付","candidates":[]}],"next":"n"}
                    """;

    private static final String NEED =
            """
            {"weekStart":"2026-11-30","schoolDays":5,"pupils":1200,"headCounts":[{"ageGroup":"6-8","pupils":700},{"ageGroup":"9-11","pupils":500}],
             "items":[{"foodGroup":"谷薯类","categories":["grain","tuber"],"minGrams":650000,"maxGrams":780000,"minGramsPerDay":130000,"maxGramsPerDay":156000,"doubtful":false},
              {"foodGroup":"蔬菜类","categories":["vegetable","fungus"],"minGrams":770000,"maxGrams":890000,"minGramsPerDay":154000,"maxGramsPerDay":178000,"doubtful":false},
              {"foodGroup":"大豆类及其制品和坚果","categories":["bean","nut"],"minGrams":69600,"maxGrams":69600,"minGramsPerDay":13920,"maxGramsPerDay":13920,"doubtful":true},
              {"foodGroup":"盐","categories":[],"minGrams":12000,"maxGrams":12000,"minGramsPerDay":2400,"maxGramsPerDay":2400,"doubtful":false}],
             "citation":"WS/T 554-2017 表4"}
            """;

    private static final String INCIDENTS =
            """
            {"items":[{"id":"i1","schoolName":"中华路小学食堂","noticedAt":"2026-11-23T04:00:00Z","ill":3,"what":"三名学生腹痛","dueAt":"2026-11-23T06:00:00Z","late":true},
             {"id":"i2","schoolName":"中华路小学食堂","noticedAt":"2026-11-20T04:00:00Z","ill":1,"what":"一名学生呕吐","dueAt":"2026-11-20T06:00:00Z","reportedTo":"县教育局","reportedAt":"2026-11-20T05:00:00Z","late":false}]}
            """;
    private static final String SCHOOLS_MONTH =
            """
            {"month":"2026-11-01","schools":[{"schoolId":"s1","name":"中华路小学食堂","orders":12,"acceptedFen":123456,"acceptedGrams":960000,"refusedGrams":40000,
              "meals":60,"mealsWithoutSample":2,"openIncidents":1}],
             "counties":[{"countyCode":"620422","countyName":"会宁县","province":"甘肃省","acceptedFen":123456}],
             "modes":[{"mode":"PURCHASE","fen":45678}]}
            """;
    private static final String LUNCH =
            """
            {"schoolName":"中华路小学食堂","countyName":"安定区","day":"2026-11-23","fenPerServing":412,
             "dishes":[{"name":"番茄炒鸡蛋","nameEn":"Tomatoes and eggs","ingredients":["番茄","鸡蛋"],"ingredientsEn":["Tomatoes","Eggs"],
               "allergens":["EGG"],"sampleKept":true,"origins":[{"productName":"番茄","province":"甘肃省","countyName":"会宁县","supplierName":"会宁合作社",
                "certificateNumber":"C00000018","lotNumber":"P00000011","fenPerKg":368}]},
              {"name":"米饭","nameEn":"Rice","ingredients":["大米"],"ingredientsEn":["Rice"],"allergens":[],"sampleKept":false,"origins":[]}]}
            """;
    private static final String KITCHEN =
            """
            {"day":"2026-11-23","schoolCode":"12621102MB0000000X","meals":[{"mealId":"m1","dish":"tomato-egg","name":"番茄炒鸡蛋","nameEn":"Tomatoes and eggs","servings":400,
              "lots":[{"useId":"u1","lotNumber":"P00000011","productId":"prod-1","productName":"番茄","supplierName":"会宁合作社","countyName":"会宁县",
                "grams":9600,"notedAt":"2026-11-23T02:00:00Z","recalled":true}],
              "samples":[{"sampleId":"s1","number":"Y00000019","grams":150,"takenBy":"赵芳","takenAt":"2026-11-20T04:00:00Z","keepUntil":"2026-11-22T04:00:00Z"},
               {"sampleId":"s2","number":"Y00000027","grams":150,"takenBy":"赵芳","takenAt":"2026-11-18T04:00:00Z","keepUntil":"2026-11-20T04:00:00Z","disposedAt":"2026-11-21T04:00:00Z"}]},
             {"dish":"steamed-rice","name":"米饭","nameEn":"Rice","lots":[],"samples":[]}],
             "stock":[{"lotNumber":"P00000011","productName":"番茄","supplierName":"会宁合作社","countyName":"会宁县","receivedAt":"2026-11-22T02:00:00Z","leftGrams":400,"recalled":true}]}
            """;
    private static final String RECALL =
            """
            {"id":"r1","number":"Z00000012","productId":"prod-1","productName":"番茄","supplierName":"会宁合作社","shippedFrom":"2026-11-20","shippedTo":"2026-11-21",
             "reason":"农残超标","openedAt":"2026-11-23T02:00:00Z","lots":1,
             "trace":{"servings":400,"leftGrams":400,"lots":[{"lotNumber":"P00000011","buyerName":"中华路小学食堂","orderNumber":"D00000427","shippedAt":"2026-11-20T02:00:00Z","grams":10000,"acceptedGrams":10000,"leftGrams":400}],
              "meals":[{"mealId":"m1","buyerName":"中华路小学食堂","day":"2026-11-23","dishName":"番茄炒鸡蛋","dishNameEn":"Tomatoes and eggs","servings":400,"lotNumber":"P00000011","grams":9600,
                "samples":[{"number":"Y00000019","keepUntil":"2026-11-25T04:00:00Z"}]}]}}
            """;
    private static final String DISH =
            """
            {"code":"tomato-egg","name":"番茄炒鸡蛋","nameEn":"Tomatoes and eggs","kind":"HALF","method":"炒","seasonFrom":1,"seasonTo":12,
             "allergens":["EGG"],"parts":[{"ingredient":"tomato","name":"番茄","nameEn":"Tomatoes","milligrams":80000},
              {"ingredient":"salt","name":"食盐","nameEn":"Salt","milligrams":500}]}
            """;
    private static final String MENU =
            """
            {"weekStart":"2026-11-30","schoolDays":1,"pupils":1200,"headCounts":[{"ageGroup":"6-8","pupils":1200}],
             "days":[{"day":"2026-11-30","schoolDay":true,"dishes":[%s]},{"day":"2026-12-01","schoolDay":false,"dishes":[]}],
             "averages":[{"ageGroup":"6-8","kcal":512,"leastKcal":569,"mostKcal":650,"amounts":[
              {"foodGroup":"蔬菜类","actualMg":98500,"leastMg":120000,"mostMg":140000,"doubtful":false},
              {"foodGroup":"盐","actualMg":2500,"leastMg":2000,"mostMg":2000,"doubtful":false}]}],
             "deviations":[{"kind":"ENERGY_LOW","ageGroup":"6-8","actual":512,"least":569,"most":650},
              {"kind":"TOO_LITTLE","ageGroup":"6-8","foodGroup":"蔬菜类","actual":98500,"least":120000,"most":140000},
              {"kind":"TOO_MUCH","ageGroup":"6-8","foodGroup":"盐","actual":2500,"least":0,"most":2000},
              {"kind":"FEW_VEGETABLES","day":"2026-11-30","actual":1,"least":3},
              {"kind":"NO_LIVER","actual":0,"least":1},{"kind":"TOO_OFTEN","dish":"番茄炒鸡蛋","actual":3,"least":0}],
             "citation":"WS/T 554-2017"}
            """
                    .formatted(DISH);
    private static final String DEMAND =
            """
            {"weekStart":"2026-11-30","pupils":1200,"daysWithoutMenu":2,"items":[
             {"ingredient":"potato","name":"马铃薯","nameEn":"Potatoes","foodGroup":"谷薯类","category":"tuber-potato","lossPercent":8,
              "grams":97800,"storedGrams":5000,"missingGrams":92800,"days":[{"day":"2026-11-30","grams":92800}]},
             {"ingredient":"salt","name":"食盐","nameEn":"Salt","lossPercent":0,"grams":600,"storedGrams":0,"missingGrams":600,"days":[]}]}
            """;

    private static final String SUPPLIERS =
            """
            {"items":[{"productId":"prod-7","name":"山地花菜","category":"vegetable","organisationName":"榆中县众兴农业专业合作社","countyCode":"620123","countyName":"榆中县",
              "unit":"颗","netWeightGrams":1000,"priceFen":880,"pricePerKgFen":880,"available":5000,"distanceMetres":12345,"suggestedQuantity":770},
             {"productId":"prod-1","name":"秦巴黑木耳","category":"fungus","organisationName":"略阳县众兴农业专业合作社","countyCode":"610727","countyName":"略阳县",
              "unit":"袋","netWeightGrams":500,"priceFen":6800,"pricePerKgFen":13600,"available":1}]}
            """;

    private static String today() {
        String days =
                IntStream.range(0, 14)
                        .mapToObj(i ->
                                "{\"day\":\"2026-11-%02d\",\"orders\":%d,\"ordersFen\":%d}"
                                        .formatted(10 + i, 20 + i * 7 % 13, 1234567 + i * 98765))
                        .collect(Collectors.joining(","));
        return """
        {"day":"2026-11-23","orders":42,"ordersFen":123456789,"paidFen":9876543,"settledFen":4567890,"newProducts":7,"listedProducts":15382,
         "cooperatives":832,"counties":832,"waiting":[{"state":"PLACED","count":12,"totalFen":345678},{"state":"INVOICED","count":3,"totalFen":98765}],
         "last14Days":[%s],"feed":{"pending":3,"oldestSeconds":2,"parked":0}}
        """
                .formatted(days);
    }

    private static final String SUPPLY_TERMS =
            "{\"radiusKm\":300,\"leastOrderFen\":5000,\"deliveryDays\":[1,3],\"weeklyGrams\":null}";
    private static final String CANTEENS =
            """
            {"items":[{"schoolId":"s1","name":"中华路小学食堂","creditCode":"12621102MB0000000X","countyName":"安定区",
             "fenPerPupilDay":1200,"suppliersPerDay":4,"pupils":0,"schoolDays":5}]}
            """;
    private static final String PLAN_HEAD =
            """
            "id":"w1","weekStart":"2030-12-02","state":"READY","step":9,"steps":9,"lines":2,"unserved":1,"fen":12800,"gapBp":30,
            "suppliers":1,"askedBy":"孙娟","askedAt":"2030-11-25T03:00:00Z","endedAt":"2030-11-25T03:00:01Z"
            """;
    private static final String WEEK_PLANS = "{\"items\":[{" + PLAN_HEAD + "}]}";
    private static final String WEEK_PLAN =
            "{"
                    + PLAN_HEAD
                    + """
                    ,"items":[{"number":0,"schoolId":"s1","schoolName":"中华路小学食堂","foodGroup":"蔬菜类","day":"2030-12-02",
                     "grams":28000,"productId":"prod-0","productName":"洋芋","supplierName":"众兴合作社","unit":"袋","packages":6,
                     "fen":12800,"metres":42000,"nextProductId":"prod-1","nextName":"花牛苹果","nextFen":13000,
                     "cheaperName":"百合","cheaperFen":9000,"cheaperRule":"RADIUS","chosenFor":"","ordered":false,"refused":""},
                     {"number":1,"schoolId":"s1","schoolName":"中华路小学食堂","foodGroup":"蛋类","ingredient":"egg","ingredientName":"鸡蛋","ingredientNameEn":"Eggs","day":"2030-12-02","grams":9000,
                     "packages":0,"fen":0,"changeName":"土鸡蛋","changeRule":"BUDGET","changeAmount":800,"chosenFor":"自有",
                     "ordered":false,"refused":""}]}
                    """;
}
