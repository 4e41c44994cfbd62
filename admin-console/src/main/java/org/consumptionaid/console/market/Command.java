package org.consumptionaid.console.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the console asks the API to do. */
public sealed interface Command {

    record Credentials(String username, String password) implements Command {}

    record Quantity(long quantity) implements Command {}

    record PlaceOrder(
            List<Ordered> lines,
            String terms,
            @Nullable String deliverTo,
            @Nullable LocalDate deliverOn,
            @Nullable String note,
            @Nullable String budgetLineId)
            implements Command {

        public record Ordered(String productId, long quantity) {}
    }

    record Decision(String action, String reason) implements Command {}

    record Reason(String reason) implements Command {}

    record NewRegistration(
            String kind,
            String name,
            String creditCode,
            String countyCode,
            String bankName,
            String bankAccount,
            String contactName,
            String contactPhone,
            String username,
            String password)
            implements Command {

        @Override
        public String toString() {
            return "registration of " + name;
        }
    }

    /**
     * Goods leave.
     *
     * @param lines what leaves now; null: all that is left
     */
    record Shipment(@Nullable String note, LotTerms certificate, @Nullable List<Packed> lines)
            implements Command {

        public record Packed(int line, long quantity) {}
    }

    record LotTerms(List<String> basis, String contact) {}

    record NewFarmRecord(
            @Nullable String corrects,
            @Nullable String plot,
            @Nullable LocalDate doneOn,
            @Nullable String operation,
            @Nullable String input,
            @Nullable String source,
            @Nullable String amount,
            @Nullable Long intervalDays,
            @Nullable String note)
            implements Command {}

    /**
     * A shipment was weighed.
     *
     * @param shipment null: the only one under way
     */
    record Acceptance(@Nullable Integer shipment, List<Weighed> lines) implements Command {

        public record Weighed(
                int line,
                long acceptedGrams,
                @Nullable Long weighedGrams,
                @Nullable String reason) {}
    }

    record FileReserve(
            int fiscalYear,
            String canteen,
            String partner,
            long foodBudgetFen,
            long shareBasisPoints)
            implements Command {}

    record TakeCanteen(String creditCode, long fenPerPupilDay, long suppliersPerDay)
            implements Command {}

    record PlanWeek(LocalDate week) implements Command {}

    record ChooseProduct(@Nullable String productId, String reason) implements Command {}

    /** Asks leave to buy. */
    record Request(
            String purpose,
            @Nullable String budgetLineId,
            List<PlaceOrder.Ordered> lines,
            String terms,
            @Nullable String deliverTo,
            @Nullable LocalDate deliverOn,
            @Nullable String note)
            implements Command {}

    record Voice(boolean agrees, String comment) implements Command {}

    record Reassign(String from, String to, String reason) implements Command {}

    record NewColleague(String username, String displayName, String password) implements Command {

        @Override
        public String toString() {
            return "account of " + username;
        }
    }

    record Leaving(String username) implements Command {}

    record HoldRole(String username, String role) implements Command {}

    record NewApprovalRule(
            @Nullable String category,
            long fromFen,
            long level,
            List<String> approvers,
            long needed,
            long hours)
            implements Command {}

    record Delegate(@Nullable String approver, String delegate, LocalDate from, LocalDate to)
            implements Command {}

    record NewBudgetLine(long fiscalYear, String code, String name, long amountFen)
            implements Command {}

    record BudgetAmount(long amountFen) implements Command {}

    record CorrectUnit(String unitName, String reason) implements Command {}

    record Agreement(boolean agrees, String reason) implements Command {}

    record SignContract(String content) implements Command {}

    record ChangeOrder(List<PlaceOrder.Ordered> lines) implements Command {}

    record NewComplaint(String kind, String reason, List<String> attachments, List<Line> lines)
            implements Command {

        public record Line(int line, @Nullable Long grams, @Nullable Long fen) {}
    }

    record Restocking(int shipment, List<Fit> lines, String note) implements Command {
        public record Fit(int line, long packages) {}
    }

    record GoodsBack(List<Arrived> lines, String note) implements Command {

        public record Arrived(int line, long grams, long packages) {}
    }

    record Invoice(
            String number,
            String code,
            @Nullable LocalDate issuedOn,
            long totalFen,
            long taxFen,
            String attachment)
            implements Command {}

    /**
     * A red invoice, and the one that takes the place of what it reverses.
     *
     * @param invoice none where nothing is left
     */
    record ReplaceInvoice(Red red, String reason, @Nullable Invoice invoice) implements Command {

        public record Red(
                String number, String code, @Nullable LocalDate issuedOn, String attachment) {}
    }

    record CardPayment(String paymentMethod) implements Command {}

    record Remittance(long amountFen, String payerName, String bankReference) implements Command {}

    record CardRefund(long amountFen) implements Command {}

    record Refund(long amountFen, String bankReference) implements Command {}

    /** A price beside a product's own; what is null has the API's default. */
    record NewOffer(
            @Nullable String buyerKind,
            @Nullable Long minGrams,
            long fenPerKg,
            @Nullable LocalDate validFromOn,
            @Nullable LocalDate validToOn,
            @Nullable String priceReason)
            implements Command {}

    record ImportChoice(boolean goodRowsOnly) implements Command {}

    record Provinces(List<String> provinces) implements Command {}

    /**
     * Parked products to send to the index again.
     *
     * @param productIds null: all that are parked
     */
    record Replay(@Nullable List<String> productIds) implements Command {}

    record Release(String sha256) implements Command {}

    record Bounce(String reason, String bankReference) implements Command {}

    record Bundle(List<String> orderIds) implements Command {}

    record DeclarePayer(String payerName, String payerAccount, String reason) implements Command {}

    record Assignment(List<Part> parts) implements Command {

        public record Part(
                @Nullable String orderId, @Nullable String orderNumber, long amountFen) {}
    }

    record KeepBank(
            String name,
            String accountHolder,
            String accountNumber,
            String charset,
            String delimiter,
            String dayPattern,
            String dayColumn,
            String amountColumn,
            String payerColumn,
            String payerAccountColumn,
            String referenceColumn,
            String purposeColumn,
            @Nullable String directionColumn,
            @Nullable String incomingWord)
            implements Command {}

    record NewIncident(Instant noticedAt, long ill, String what) implements Command {}

    record ReportedTo(String to) implements Command {}

    record UseLot(LocalDate day, String dish, String lot, long grams) implements Command {}

    record DisposeLot(String lot, long grams, String reason) implements Command {}

    record KeepSample(LocalDate day, String dish, long grams) implements Command {}

    record OpenRecall(String productId, LocalDate from, LocalDate to, String reason)
            implements Command {}

    record AnswerRecall(String note) implements Command {}

    record DayDishes(List<String> dishes) implements Command {}

    record CopyMenu(LocalDate week, LocalDate from) implements Command {}

    record CountStoreRoom(LocalDate week, List<Stored> items) implements Command {
        public record Stored(String ingredient, long grams) {}
    }

    record HeadCounts(LocalDate week, long schoolDays, List<Need.HeadCount> headCounts)
            implements Command {}

    record NewRule(@Nullable String productId, @Nullable LocalDate validFrom, List<Share> parts)
            implements Command {

        public record Share(String mode, long basisPoints) {}
    }

    record Decided(String decision, String reason) implements Command {}

    record NewPlot(String produce, long season, long grams, String evidence) implements Command {}

    record NewClaim(
            String household,
            String mode,
            String evidence,
            @Nullable String lot,
            @Nullable String plotId,
            @Nullable Long grams,
            @Nullable Long fenPerKg,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long minutes,
            @Nullable Long fenPerHour,
            @Nullable Long contractFen)
            implements Command {}

    record PictureOrder(List<String> ids) implements Command {}
}
