package org.consumptionaid.marketplace.requisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consumptionaid.marketplace.requisition.Unit.done;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consumptionaid.marketplace.Market;
import org.consumptionaid.marketplace.MarketplaceTest;
import org.consumptionaid.marketplace.MovableClock;
import org.consumptionaid.marketplace.Requests;
import org.consumptionaid.marketplace.Requests.Answer;
import org.consumptionaid.marketplace.shared.BusinessDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/** Boxes of 36.80 yuan. */
@MarketplaceTest
@Import(MovableClock.class)
class RequisitionIT {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final long BOX = 3_680;

    @Autowired private Requests api;
    @Autowired private Market market;
    @Autowired private MovableClock clock;
    @Autowired private ApprovalDeadlines deadlines;
    @Autowired private DatabaseClient database;

    @AfterEach
    void setTheClockBack() {
        clock.set(Instant.now());
        api.signOut();
    }

    @Test
    void whatIsApprovedIsOrderedOnceAndTheOrderCarriesItsNumber() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "receiver");
        unit.rule(0, 1, 1, "approver");
        String product = product();
        api.put(unit.name("buyer"), "/cart/lines/" + product, Map.of("quantity", 2));
        String id = unit.draft(product, 2);
        assertThat(unit.get("buyer", "/cart").number("/quantity")).as("left the cart").isZero();
        assertThat(unit.order(id).text("/type")).endsWith("wrong-requisition-state");
        done(unit.submit(id));
        assertThat(unit.get("approver", "/requisitions/waiting").text("/items/0/id")).isEqualTo(id);
        assertThat(unit.decide("buyer", id, true).text("/type")).endsWith("own-requisition");
        assertThat(unit.decide("receiver", id, true).text("/type")).endsWith("not-an-approver");

        Answer approved = unit.decide("approver", id, true);

        assertThat(approved.text("/requisition/state")).isEqualTo("APPROVED");
        assertThat(approved.text("/steps/0/decision")).isEqualTo("AGREED");
        assertThat(unit.get("approver", "/requisitions/waiting").body().get("items")).isEmpty();
        String path = "/requisitions/" + id + "/orders";
        assertThat(api.post(unit.name("approver"), path, "k0", Map.of()).text("/type"))
                .endsWith("anothers-requisition");
        Answer ordered = api.post(unit.name("buyer"), path, "k1", Map.of());
        assertThat(api.post(unit.name("buyer"), path, "k1", Map.of()).text("/orders/0/id"))
                .isEqualTo(ordered.text("/orders/0/id"));
        assertThat(api.post(unit.name("buyer"), path, "k2", Map.of()).text("/type"))
                .endsWith("wrong-requisition-state");
        assertThat(ordered.body().get("orders")).hasSize(1);
        Answer order = unit.get("buyer", "/orders/" + ordered.text("/orders/0/id"));
        assertThat(order.text("/requisitionNumber"))
                .isEqualTo(ordered.text("/requisition/number"))
                .startsWith("Q");
    }

    @Test
    void nobodyAcceptsWhatTheyOrdered() {
        Unit unit = Unit.of(api, database, "buyer", "receiver");
        unit.give("manager", "buyer", "RECEIVER");
        String order = market.order(unit.name("buyer"), product(), 1);
        market.ship("cooperative", order);
        Map<String, Object> weighed =
                Map.of("lines", List.of(Map.of("line", 1, "acceptedGrams", 10_000)));

        assertThat(unit.post("buyer", "/orders/" + order + "/acceptance", weighed).text("/type"))
                .endsWith("own-order");
        assertThat(unit.post("manager", "/orders/" + order + "/acceptance", weighed).text("/type"))
                .endsWith("unit-role-missing");
        done(unit.post("receiver", "/orders/" + order + "/acceptance", weighed));
        assertThat(
                        unit.post(
                                        "buyer",
                                        "/orders/" + order + "/card-payments",
                                        Map.of("paymentMethod", "pm_card_visa"))
                                .text("/type"))
                .endsWith("unit-role-missing");
    }

    @Test
    void aUnitWithAChainOrdersNothingAroundIt() {
        Unit unit = Unit.of(api, database, "buyer", "approver");
        String product = product();
        String before = market.order(unit.name("buyer"), product, 1);
        unit.rule(1_000_000, 1, 1, "approver");
        Map<String, Object> command = Map.of("lines", List.of(Market.line(product, 1)));

        assertThat(unit.post("buyer", "/orders", command).text("/type")).endsWith("needs-approval");
        assertThat(unit.post("buyer", "/orders/" + before + "/change", command).text("/type"))
                .endsWith("needs-approval");
        assertThat(api.get("", "/products/" + product).number("/available")).isEqualTo(99);

        String small = unit.submitted(product, 1);
        assertThat(unit.state(small)).as("below every amount of the chain").isEqualTo("APPROVED");
        done(unit.order(small));
        done(
                unit.post(
                        "manager",
                        "/unit/approval-rules/"
                                + unit.get("manager", "/unit").text("/rules/0/id")
                                + "/ending",
                        Map.of()));
        market.order(unit.name("buyer"), product, 1);
    }

    @Test
    void theAccumulatedTotalOfTheYearDecidesAndNotTheCart() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.rule(0, 1, 1, "approver");
        unit.rule(3 * BOX, 2, 1, "approver2");
        String product = product();
        String first = unit.submitted(product, 2);
        assertThat(unit.decide("approver", first, true).text("/requisition/state"))
                .isEqualTo("APPROVED");
        done(unit.order(first));

        String second = unit.submitted(product, 1);

        assertThat(unit.decide("approver2", second, true).text("/type"))
                .as("not its level's turn")
                .endsWith("not-an-approver");
        assertThat(unit.decide("approver", second, true).text("/requisition/level")).isEqualTo("2");
        assertThat(unit.decide("approver2", second, true).text("/requisition/state"))
                .isEqualTo("APPROVED");
        String third = unit.submitted(product, 1);
        assertThat(unit.get("buyer", "/requisitions/" + third).body().get("stages")).hasSize(2);
    }

    @Test
    void aRuleOfACategoryCountsThatCategoryWithAllBelowIt() {
        Unit unit = Unit.of(api, database, "buyer", "approver");
        Map<String, Object> rule = new HashMap<>();
        rule.put("category", "tuber");
        rule.put("fromFen", 2 * BOX);
        rule.put("level", 1);
        rule.put("needed", 1);
        rule.put("hours", 1);
        rule.put("approvers", List.of(unit.name("approver")));
        done(unit.post("manager", "/unit/approval-rules", rule));
        String potatoes = listed("tuber-potato");
        String vegetables = listed("vegetable");

        assertThat(unit.state(unit.submitted(vegetables, 5))).isEqualTo("APPROVED");
        assertThat(unit.state(unit.submitted(potatoes, 1))).isEqualTo("APPROVED");
        assertThat(unit.state(unit.submitted(potatoes, 1))).isEqualTo("SUBMITTED");
        assertThat(unit.state(unit.submitted(vegetables, 1)))
                .as("has nothing of the category")
                .isEqualTo("APPROVED");
    }

    /** Which of two comes second is not known, but one of them is above the amount. */
    @Test
    void twoSubmittedAtOnceDoNotBothStayBelowTheAmount() {
        for (int round = 0; round < 3; round++) {
            Unit unit = Unit.of(api, database, "buyer", "approver");
            unit.rule(2 * BOX, 1, 1, "approver");
            String product = product();
            String one = unit.draft(product, 1);
            String other = unit.draft(product, 1);

            atOnce(() -> unit.submit(one), () -> unit.submit(other)).forEach(Unit::done);

            assertThat(List.of(unit.state(one), unit.state(other)))
                    .containsExactlyInAnyOrder("APPROVED", "SUBMITTED");
        }
    }

    @Test
    void twoApproversAtOnceWhoBothHaveToAgreeApproveOnce() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.rule(0, 1, 2, "approver", "approver2");
        for (int round = 0; round < 5; round++) {
            String id = unit.submitted(product(), 1);

            List<Answer> answers =
                    atOnce(
                            () -> unit.decide("approver", id, true),
                            () -> unit.decide("approver2", id, true));

            answers.forEach(Unit::done);
            assertThat(unit.state(id)).isEqualTo("APPROVED");
            assertThat(unit.events(id, "APPROVE")).isEqualTo(1);
        }
    }

    @Test
    void ofTwoApproversAtOnceWhereOneIsEnoughTheSecondHearsThatItIsDecided() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.rule(0, 1, 1, "approver", "approver2");
        for (int round = 0; round < 5; round++) {
            String id = unit.submitted(product(), 1);

            List<Answer> answers =
                    atOnce(
                            () -> unit.decide("approver", id, true),
                            () -> unit.decide("approver2", id, true));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(unit.state(id)).isEqualTo("APPROVED");
            assertThat(unit.events(id, "APPROVE")).isEqualTo(1);
        }
    }

    @Test
    void itIsRejectedOnceTooFewAreLeftToAgree() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2", "approver3");
        unit.rule(0, 1, 2, "approver", "approver2", "approver3");
        String id = unit.submitted(product(), 1);
        assertThat(
                        unit.post(
                                        "approver",
                                        "/requisitions/" + id + "/decision",
                                        Map.of("agrees", false))
                                .text("/type"))
                .endsWith("comment-missing");

        assertThat(unit.decide("approver", id, false).text("/requisition/state"))
                .isEqualTo("SUBMITTED");
        assertThat(unit.decide("approver", id, true).text("/type")).endsWith("decided-already");
        assertThat(unit.decide("approver2", id, false).text("/requisition/state"))
                .isEqualTo("REJECTED");
        assertThat(unit.decide("approver3", id, true).text("/type"))
                .endsWith("wrong-requisition-state");
        assertThat(unit.order(id).text("/type")).endsWith("wrong-requisition-state");
    }

    @Test
    void anApproverWhoLeftDecidesNothingAndTheManagerNamesAnother() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.rule(0, 1, 1, "approver");
        String id = unit.submitted(product(), 1);
        String draft = unit.draft(product(), 1);

        done(unit.role("manager", "/unit/roles/ending", unit.name("approver"), "APPROVER"));

        assertThat(unit.decide("approver", id, true).text("/type")).endsWith("approver-left");
        assertThat(unit.get("approver", "/requisitions/waiting").body().get("items")).isEmpty();
        assertThat(unit.submit(draft).text("/type")).endsWith("approvers-missing");
        assertThat(unit.state(draft)).isEqualTo("DRAFT");
        assertThat(unit.get("buyer", "/requisitions/" + id).body().at("/steps/0/left").asBoolean())
                .isTrue();
        assertThat(reassign(unit, "buyer", id, "approver", "approver2").text("/type"))
                .endsWith("own-requisition");
        assertThat(reassign(unit, "approver2", id, "approver", "approver2").text("/type"))
                .endsWith("unit-role-missing");
        assertThat(reassign(unit, "manager", id, "approver", "buyer").text("/type"))
                .endsWith("not-approvers-of-unit");
        done(reassign(unit, "manager", id, "approver", "approver2"));
        assertThat(unit.decide("approver2", id, true).text("/requisition/state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void anApproverWhoseAccountIsClosedDecidesNothing() {
        Unit unit = Unit.of(api, database, "buyer", "approver");
        unit.rule(0, 1, 1, "approver");
        String id = unit.submitted(product(), 1);
        api.token(unit.name("approver"));

        unit.closeAccount("approver");

        assertThat(unit.decide("approver", id, true).text("/type")).endsWith("approver-left");
        assertThat(unit.submit(unit.draft(product(), 1)).text("/type"))
                .endsWith("approvers-missing");
    }

    @Test
    void aDelegateDecidesFromTheFirstDayToTheLastAndNoOther() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.rule(0, 1, 1, "approver");
        String id = unit.submitted(product(), 1);
        assertThat(unit.decide("approver2", id, true).text("/type")).endsWith("not-an-approver");
        LocalDate today = LocalDate.now(BusinessDay.ZONE);

        String late = delegate(unit, today.plusDays(1), today.plusDays(2));
        assertThat(unit.decide("approver2", id, true).text("/type"))
                .endsWith("delegation-not-in-force");
        assertThat(unit.get("approver2", "/requisitions/waiting").body().get("items")).isEmpty();
        clock.forward(Duration.ofDays(1));
        api.signOut();
        assertThat(unit.get("approver2", "/requisitions/waiting").text("/items/0/id"))
                .isEqualTo(id);

        Answer decided = unit.decide("approver2", id, true);

        assertThat(decided.text("/requisition/state")).isEqualTo("APPROVED");
        assertThat(decided.body().at("/steps/0/onBehalf").asBoolean()).isTrue();
        assertThat(decided.text("/steps/0/approver")).isEqualTo(unit.name("approver"));
        String other = unit.submitted(product(), 1);
        done(unit.post("approver", "/unit/delegations/" + late + "/ending", Map.of()));
        assertThat(unit.decide("approver2", other, true).text("/type"))
                .endsWith("delegation-not-in-force");
        assertThat(
                        unit.post(
                                        "approver",
                                        "/unit/delegations",
                                        delegation(unit, today.minusDays(3), today.minusDays(2)))
                                .text("/type"))
                .endsWith("delegation-of-no-day");
    }

    @Test
    void oneVoiceCountsOnceAndNeverForOnesOwn() {
        Unit unit = Unit.of(api, database, "buyer", "approver", "approver2");
        unit.give("manager", "buyer", "APPROVER");
        unit.rule(0, 1, 2, "approver", "approver2", "buyer");
        LocalDate today = LocalDate.now(BusinessDay.ZONE);
        delegate(unit, today, today.plusDays(1));
        done(
                unit.post(
                        "approver",
                        "/unit/delegations",
                        Map.of("delegate", unit.name("buyer"), "from", today, "to", today)));
        String id = unit.submitted(product(), 1);
        assertThat(unit.get("buyer", "/requisitions/" + id).body().get("steps")).hasSize(2);
        assertThat(unit.decide("buyer", id, true).text("/type"))
                .as("though an approver's delegate")
                .endsWith("own-requisition");

        assertThat(unit.decide("approver2", id, true).text("/requisition/state"))
                .isEqualTo("SUBMITTED");
        assertThat(unit.decide("approver2", id, true).text("/type")).endsWith("decided-already");
        assertThat(unit.decide("approver", id, true).text("/requisition/state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void afterTheDeadlineNobodyDecidesAndTheRequisitionEnds() {
        Unit unit = Unit.of(api, database, "buyer", "approver");
        unit.rule(0, 1, 1, "approver");
        String line = unit.budgetLine(thisYear(), "1", 10 * BOX);
        String id = unit.draft(product(), 4, line);
        done(unit.submit(id));
        assertThat(asked(unit)).isEqualTo(4 * BOX);

        clock.forward(Duration.ofDays(2).plusSeconds(5));
        api.signOut();

        assertThat(unit.decide("approver", id, true).text("/type"))
                .endsWith("approval-deadline-passed");
        assertThat(unit.get("approver", "/requisitions/waiting").body().get("items")).isEmpty();
        deadlines.expire().block(WAIT);
        assertThat(unit.state(id)).isEqualTo("EXPIRED");
        assertThat(unit.decide("approver", id, true).text("/type"))
                .endsWith("wrong-requisition-state");
        assertThat(asked(unit)).as("its budget is free again").isZero();
    }

    @Test
    void whatBecameDearerOrHasAnotherCertificateIsNotOrdered() {
        Unit unit = Unit.of(api, database, "buyer");
        String product = product();
        String id = unit.submitted(product, 1);
        price(product, BOX + 1);

        assertThat(unit.order(id).text("/type")).endsWith("approved-price-changed");
        assertThat(unit.state(id)).isEqualTo("APPROVED");
        assertThat(api.get("", "/products/" + product).number("/available"))
                .as("nothing is reserved")
                .isEqualTo(100);
        price(product, BOX - 1);
        assertThat(unit.order(id).number("/orders/0/totalFen")).isEqualTo(BOX - 1);

        String certified = unit.submitted(product, 1);
        unit.execute(
                """
                WITH old AS (DELETE FROM requisition_line WHERE requisition_id = '%s' RETURNING *)
                INSERT INTO requisition_line
                SELECT requisition_id, line, product_id, name, supplier_name, category_code, unit, unit_grams, quantity,
                       price_fen, total_fen, 'CZ-OLD' FROM old
                """
                        .formatted(certified));
        assertThat(unit.order(certified).text("/type")).endsWith("approved-certificate-changed");
        done(unit.post("buyer", "/requisitions/" + certified + "/withdrawal", Map.of()));
        assertThat(unit.state(certified)).isEqualTo("WITHDRAWN");
        assertThat(unit.order(certified).text("/type")).endsWith("wrong-requisition-state");
    }

    @Test
    void ofTwoRequisitionsAtOnceOnlyOneIsPromisedTheLastOfABudgetLine() {
        for (int round = 0; round < 5; round++) {
            Unit unit = Unit.of(api, database, "buyer");
            String line = unit.budgetLine(thisYear(), "1", 3 * BOX);
            String product = product();
            String one = unit.draft(product, 2, line);
            String other = unit.draft(product, 2, line);

            List<Answer> answers = atOnce(() -> unit.submit(one), () -> unit.submit(other));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(answers.stream().map(answer -> answer.text("/type")))
                    .anyMatch(type -> type.endsWith("budget-exceeded"));
            assertThat(asked(unit)).isEqualTo(2 * BOX);
        }
    }

    @Test
    void aRequisitionAndADirectOrderAtOnceDoNotPassABudgetLineTogether() {
        for (int round = 0; round < 5; round++) {
            Unit unit = Unit.of(api, database, "buyer");
            String line = unit.budgetLine(thisYear(), "1", 3 * BOX);
            String product = product();
            String requisition = unit.draft(product, 2, line);

            List<Answer> answers =
                    atOnce(
                            () -> unit.submit(requisition),
                            () -> unit.post("buyer", "/orders", direct(product, 2, line)));

            assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
            assertThat(answers.stream().map(answer -> answer.text("/type")))
                    .anyMatch(type -> type.endsWith("budget-exceeded"));
        }
    }

    @Test
    void aBudgetLineHoldsForRequisitionsAndOrdersTogether() {
        Unit unit = Unit.of(api, database, "buyer", "finance");
        String line = unit.budgetLine(thisYear(), "1", 3 * BOX);
        String product = product();
        Map<String, Object> unnamed = Map.of("lines", List.of(Market.line(product, 1)));
        assertThat(unit.post("buyer", "/orders", unnamed).text("/type"))
                .endsWith("budget-line-missing");
        assertThat(unit.submit(unit.draft(product, 1)).text("/type"))
                .endsWith("budget-line-missing");
        assertThat(
                        unit.post(
                                        "buyer",
                                        "/orders",
                                        direct(product, 1, UUID.randomUUID().toString()))
                                .text("/type"))
                .endsWith("unknown-budget-line");
        assertThat(api.post("buyer", "/orders", direct(product, 1, line)).text("/type"))
                .as("another unit's")
                .endsWith("unknown-budget-line");

        Map<String, Object> foreign = new HashMap<>(direct(product, 1, line));
        foreign.put("purpose", "甲");
        assertThat(api.post("buyer", "/requisitions", foreign).text("/type"))
                .as("another unit's, though only in a draft")
                .endsWith("unknown-budget-line");

        List<String> orders = market.orders(unit.name("buyer"), direct(product, 2, line));
        String id = unit.draft(product, 1, line);
        done(unit.submit(id));
        assertThat(unit.post("buyer", "/orders", direct(product, 1, line)).text("/type"))
                .endsWith("budget-exceeded");
        String lines = "/unit/budget-lines/" + line;
        assertThat(api.put(unit.name("buyer"), lines, Map.of("amountFen", 1)).text("/type"))
                .endsWith("unit-role-missing");
        assertThat(api.put(unit.name("finance"), lines, Map.of("amountFen", 1)).text("/type"))
                .endsWith("budget-below-used");

        market.step(unit.name("buyer"), orders.getFirst(), "cancellation", Map.of("reason", "不要"));
        done(unit.order(id));
        assertThat(unit.get("finance", "/unit").number("/budgetLines/0/orderedFen")).isEqualTo(BOX);
        Map<String, Object> more = Map.of("lines", List.of(Market.line(product, 4)));
        String order = unit.get("buyer", "/requisitions/" + id).text("/orders/0/id");
        assertThat(unit.post("buyer", "/orders/" + order + "/change", more).text("/type"))
                .endsWith("budget-exceeded");
    }

    @Test
    void theManagerKeepsTheRolesAndTheUnitIsNeverWithoutOne() {
        Unit unit = Unit.of(api, database, "buyer");
        assertThat(unit.role("buyer", "/unit/roles", unit.name("buyer"), "MANAGER").text("/type"))
                .endsWith("unit-role-missing");
        assertThat(
                        unit.role("manager", "/unit/roles/ending", unit.name("manager"), "MANAGER")
                                .text("/type"))
                .endsWith("last-manager");
        assertThat(unit.role("manager", "/unit/roles", "cooperative", "APPROVER").text("/type"))
                .endsWith("unknown-person");
        assertThat(
                        api.post(
                                        "buyer",
                                        "/unit/roles",
                                        Map.of("username", "buyer", "role", "BUYER"))
                                .text("/type"))
                .endsWith("manager-first");
        assertThat(
                        unit.post(
                                        "manager",
                                        "/requisitions",
                                        Map.of(
                                                "purpose",
                                                "甲",
                                                "lines",
                                                List.of(Market.line(product(), 1))))
                                .text("/type"))
                .endsWith("unit-role-missing");
        assertThat(unit.post("buyer", "/procurement/filings", filing()).text("/type"))
                .endsWith("unit-role-missing");
        done(unit.post("manager", "/procurement/filings", filing()));
    }

    @Test
    void theManagerGivesColleaguesAccountsAndClosesThem() {
        Unit unit = Unit.of(api, database, "buyer");
        Map<String, Object> colleague =
                Map.of(
                        "username",
                        unit.name("new"),
                        "displayName",
                        "新人",
                        "password",
                        "a long password");
        assertThat(unit.post("buyer", "/unit/people", colleague).text("/type"))
                .endsWith("unit-role-missing");
        assertThat(api.post("buyer", "/unit/people", colleague).text("/type"))
                .as("a unit without a manager")
                .endsWith("unit-role-missing");

        done(unit.post("manager", "/unit/people", colleague));

        assertThat(unit.post("manager", "/unit/people", colleague).text("/type"))
                .endsWith("username-taken");
        assertThat(signIn(unit.name("new"))).isEqualTo(200);
        unit.give("manager", "new", "APPROVER");
        String path = "/unit/people/leaving";
        done(unit.post("manager", path, Map.of("username", unit.name("new"))));
        assertThat(signIn(unit.name("new"))).isEqualTo(401);
        assertThat(unit.post("manager", path, Map.of("username", "buyer")).text("/type"))
                .as("another unit's")
                .endsWith("unknown-person");
        assertThat(
                        unit.post("manager", path, Map.of("username", unit.name("manager")))
                                .text("/type"))
                .endsWith("last-manager");
        assertThat(unit.get("manager", "/unit").status()).isEqualTo(200);
    }

    private int signIn(String username) {
        return api.send(
                        "",
                        HttpMethod.POST,
                        "/auth/token",
                        Map.of(),
                        Map.of("username", username, "password", "a long password"))
                .status();
    }

    @Test
    void aPersonOfOneUnitMayBuyAndApproveForAnother() {
        Unit home = Unit.of(api, database, "buyer", "approver");
        Unit unit = Unit.of(api, database, "buyer");
        done(unit.role("manager", "/unit/roles", home.name("approver"), "APPROVER"));
        done(unit.role("manager", "/unit/roles", home.name("buyer"), "BUYER"));
        done(
                unit.post(
                        "manager",
                        "/unit/approval-rules",
                        Map.of(
                                "fromFen",
                                0,
                                "level",
                                1,
                                "needed",
                                1,
                                "hours",
                                1,
                                "approvers",
                                List.of(home.name("approver")))));
        Map<String, Object> form = new HashMap<>();
        form.put("unitId", unit.id());
        form.put("purpose", "代购");
        form.put("lines", List.of(Market.line(product(), 1)));

        Answer made = home.post("buyer", "/requisitions", form);
        String id = made.text("/requisition/id");
        done(home.submit(id));
        assertThat(home.get("approver", "/requisitions/waiting").text("/items/0/id")).isEqualTo(id);
        done(home.decide("approver", id, true));
        Answer ordered = home.order(id);

        assertThat(unit.get("buyer", "/orders/" + ordered.text("/orders/0/id")).status())
                .as("the order is the unit's")
                .isEqualTo(200);
        assertThat(home.get("manager", "/requisitions/" + id).status()).isEqualTo(404);
        form.put("unitId", api.get("buyer2", "/me").text("/organisationId"));
        assertThat(home.post("buyer", "/requisitions", form).text("/type"))
                .endsWith("unit-role-missing");
    }

    private String product() {
        return market.list("cooperative", 100);
    }

    private void price(String product, long fen) {
        Answer found = api.get("", "/products/" + product);
        Map<String, Object> form = Market.form(found.text("/name"), 100);
        form.put("priceFen", fen);
        Answer changed =
                api.put(
                        "cooperative",
                        "/products/" + product,
                        "\"" + found.text("/version") + "\"",
                        form);
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    }

    private String listed(String category) {
        Map<String, Object> form = Market.form("菜 " + UUID.randomUUID(), 100);
        form.put("category", category);
        Answer listed = api.post("cooperative", "/products", form);
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        return listed.text("/id");
    }

    private static Map<String, Object> direct(String product, long quantity, String line) {
        return Map.of("lines", List.of(Market.line(product, quantity)), "budgetLineId", line);
    }

    private static Map<String, Object> filing() {
        return Map.of(
                "fiscalYear",
                thisYear(),
                "canteen",
                "NONE",
                "foodBudgetFen",
                0,
                "shareBasisPoints",
                0);
    }

    private long asked(Unit unit) {
        return unit.get("manager", "/unit").number("/budgetLines/0/askedFen");
    }

    private static int thisYear() {
        return LocalDate.now(BusinessDay.ZONE).getYear();
    }

    private static Answer reassign(Unit unit, String by, String id, String from, String to) {
        return unit.post(
                by,
                "/requisitions/" + id + "/reassignment",
                Map.of("from", unit.name(from), "to", unit.name(to), "reason", "离任"));
    }

    /** The id of a new delegation from the first approver to the second. */
    private static String delegate(Unit unit, LocalDate from, LocalDate to) {
        Answer made = unit.post("approver", "/unit/delegations", delegation(unit, from, to));
        done(made);
        return made.text("/delegations/0/id");
    }

    private static Map<String, Object> delegation(Unit unit, LocalDate from, LocalDate to) {
        return Map.of("delegate", unit.name("approver2"), "from", from, "to", to);
    }

    private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<CompletableFuture<Answer>> answers =
                    Stream.of(one, other)
                            .map(call -> CompletableFuture.supplyAsync(call, threads))
                            .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
