package org.consumptionaid.marketplace.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.identity.CreditCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@MarketplaceTest
class RegistrationIT {
    private static final String ACCOUNT = "6228480402564890018";

    @Autowired private Requests api;
    @Autowired private DatabaseClient database;

    @Test
    void letsAnOrganisationTradeOnceTheOperatorHasApprovedIt() {
        Map<String, Object> form = form();
        Answer registered = api.post("", "/registrations", form);
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        assertThat(registered.text("/state")).isEqualTo("WAITING");
        assertThat(signIn(form)).isEqualTo(401);

        Answer approved = decide(registered, "approval", Map.of());

        assertThat(approved.text("/state")).isEqualTo("APPROVED");
        assertThat(signIn(form)).isEqualTo(200);
        assertThat(state(registered, form).text("/state")).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @EnumSource
    void makesTheFirstPersonWhatItsKindOfOrganisationNeeds(RegisteringKind kind) {
        Map<String, Object> form = form();
        form.put("kind", kind.name());

        decide(api.post("", "/registrations", form), "approval", Map.of());

        String role =
                database.sql("SELECT role FROM person WHERE username = :username")
                        .bind("username", String.valueOf(form.get("username")))
                        .map(row -> Objects.requireNonNull(row.get("role", String.class)))
                        .one()
                        .block();
        assertThat(role).isEqualTo(kind.role().name());
    }

    @Test
    void keepsTheAccountsNumberFromEverybody() {
        Map<String, Object> form = form();
        Answer registered = api.post("", "/registrations", form);
        Answer approved = decide(registered, "approval", Map.of());

        assertThat(approved.text("/accountEnding")).isEqualTo("0018");
        assertThat(approved.body().toString()).doesNotContain(ACCOUNT).doesNotContain("password");
        assertThat(everythingWritten()).isNotEmpty().noneMatch(row -> row.contains(ACCOUNT));
    }

    @Test
    void tellsARefusedOneWhyAndLetsItTryAgain() {
        Map<String, Object> form = form();
        Answer registered = api.post("", "/registrations", form);

        decide(registered, "refusal", Map.of("reason", "营业执照与名称不一致"));

        assertThat(state(registered, form).text("/reason")).isEqualTo("营业执照与名称不一致");
        assertThat(signIn(form)).isEqualTo(401);
        assertThat(api.post("", "/registrations", form).status()).isEqualTo(201);
    }

    @Test
    void decidesOnce() {
        Answer registered = api.post("", "/registrations", form());
        decide(registered, "approval", Map.of());

        Answer again = decide(registered, "refusal", Map.of("reason", "误操作"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).endsWith(":registration-decided");
    }

    @Test
    void registersACodeAndAUserNameOnce() {
        Map<String, Object> form = form();
        api.post("", "/registrations", form);
        Map<String, Object> sameName = form();
        sameName.put("username", form.get("username"));

        assertThat(api.post("", "/registrations", form).text("/type"))
                .endsWith(":credit-code-taken");
        assertThat(api.post("", "/registrations", sameName).text("/field")).isEqualTo("username");
    }

    @Test
    void answersARepeatedRequestWithItsFirstAnswer() {
        Map<String, Object> form = form();
        String key = UUID.randomUUID().toString();

        Answer first = api.post("", "/registrations", key, form);

        assertThat(api.post("", "/registrations", key, form).body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource({
        "creditCode, 91620422MA00000001, 422, creditCode",
        "creditCode, 123, 422, creditCode",
        "countyCode, 110101, 422, countyCode",
        "countyCode, 999999, 422, countyCode",
        "bankAccount, 12 34 56 7, 422, bankAccount",
        "bankAccount, 62284804O2564890018, 400, bankAccount",
        "contactPhone, call me, 400, contactPhone",
        "username, 马建国, 400, username",
        "username, operator, 409, username",
        "password, short, 400, password",
        "kind, OPERATOR, 400, ''"
    })
    void saysWhatIsWrong(String field, String value, int status, String wrong) {
        Map<String, Object> form = form();
        form.put(field, value);

        Answer refused = api.post("", "/registrations", form);

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(status);
        assertThat(refused.text("/field")).isEqualTo(wrong);
    }

    @Test
    void showsTheOperatorWhoWaits() {
        Answer registered = api.post("", "/registrations", form());

        Answer waiting = api.get("operator", "/registrations");

        assertThat(waiting.text("/items/0/number")).isEqualTo(registered.text("/number"));
        assertThat(
                        api.get(
                                        "",
                                        "/registrations/"
                                                + registered.text("/number")
                                                + "?creditCode=x")
                                .status())
                .isEqualTo(404);
    }

    private Answer decide(Answer registered, String decision, Map<String, Object> body) {
        UUID id =
                database.sql("SELECT id FROM registration WHERE number = :number")
                        .bind("number", registered.text("/number"))
                        .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                        .one()
                        .block();
        return api.post("operator", "/registrations/" + id + "/" + decision, body);
    }

    private Answer state(Answer registered, Map<String, Object> form) {
        return api.get(
                "",
                "/registrations/"
                        + registered.text("/number")
                        + "?creditCode="
                        + form.get("creditCode"));
    }

    private int signIn(Map<String, Object> form) {
        return api.post(
                        "",
                        "/auth/token",
                        Map.of("username", form.get("username"), "password", form.get("password")))
                .status();
    }

    private List<String> everythingWritten() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                SELECT to_jsonb(r)::text AS row FROM registration r
                                UNION ALL SELECT to_jsonb(a)::text FROM organisation_account a
                                UNION ALL SELECT to_jsonb(i)::text FROM idempotency i
                                """)
                        .map(row -> String.valueOf(row.get("row", String.class)))
                        .all()
                        .collectList()
                        .block());
    }

    private static Map<String, Object> form() {
        String body =
                "93620422MA"
                        + String.format(
                                Locale.ROOT,
                                "%07d",
                                ThreadLocalRandom.current().nextInt(10_000_000));
        Map<String, Object> form = new HashMap<>();
        form.put("kind", "COOPERATIVE");
        form.put("name", "会宁县新庄洋芋专业合作社");
        form.put("creditCode", CreditCode.ofBody(body).value());
        form.put("countyCode", "620422");
        form.put("bankName", "会宁县农村信用合作联社");
        form.put("bankAccount", "6228 4804 0256 4890 018");
        form.put("contactName", "马建军");
        form.put("contactPhone", "139-0000-0000");
        form.put("username", "u" + UUID.randomUUID().toString().substring(0, 12));
        form.put("password", "a long password");
        return form;
    }
}
