package org.consumptionaid.marketplace.identity;

import static org.consumptionaid.marketplace.identity.Role.AUDITOR;
import static org.consumptionaid.marketplace.identity.Role.BUYER;
import static org.consumptionaid.marketplace.identity.Role.CANTEEN;
import static org.consumptionaid.marketplace.identity.Role.COOPERATIVE;
import static org.consumptionaid.marketplace.identity.Role.COUNTY_REVIEWER;
import static org.consumptionaid.marketplace.identity.Role.EDUCATION_BUREAU;
import static org.consumptionaid.marketplace.identity.Role.OPERATOR;
import static org.consumptionaid.marketplace.identity.Role.PROVINCE_REVIEWER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One row of the table of who may call what.
 *
 * @param roles who may; empty: anyone, signed in or not
 */
record Endpoint(HttpMethod method, String path, Set<Role> roles) {
    private static final Set<Role> ANYONE = Set.of();
    private static final Set<Role> SIGNED_IN = EnumSet.allOf(Role.class);
    private static final Set<Role> BUYING = EnumSet.of(BUYER, CANTEEN);
    private static final Set<Role> SEEING_ORDERS =
            EnumSet.of(BUYER, CANTEEN, COOPERATIVE, OPERATOR, AUDITOR);
    private static final Set<Role> REVIEWING = EnumSet.of(COUNTY_REVIEWER, PROVINCE_REVIEWER);
    private static final Set<Role> SEEING_CERTIFICATIONS =
            EnumSet.of(COOPERATIVE, COUNTY_REVIEWER, PROVINCE_REVIEWER, OPERATOR, AUDITOR);
    private static final Set<Role> SEEING_ATTACHMENTS =
            EnumSet.of(
                    COOPERATIVE,
                    COUNTY_REVIEWER,
                    PROVINCE_REVIEWER,
                    BUYER,
                    CANTEEN,
                    OPERATOR,
                    AUDITOR);
    private static final Set<Role> DECIDING_COMPLAINTS =
            EnumSet.of(BUYER, CANTEEN, COOPERATIVE, OPERATOR);
    private static final Set<Role> PAYING = EnumSet.of(BUYER, CANTEEN, OPERATOR, AUDITOR);
    private static final Set<Role> SEEING_STATEMENTS = EnumSet.of(COOPERATIVE, OPERATOR, AUDITOR);
    private static final Set<Role> SEEING_RECALLS =
            EnumSet.of(BUYER, CANTEEN, COOPERATIVE, EDUCATION_BUREAU, OPERATOR, AUDITOR);
    private static final Set<Role> SEEING_REQUISITIONS = EnumSet.of(BUYER, OPERATOR, AUDITOR);
    private static final Set<Role> SEEING_ALL = EnumSet.of(OPERATOR, AUDITOR);

    /** What is not here is denied. Rows of an organisation are further scoped in SQL. */
    static final List<Endpoint> ALL =
            List.of(
                    new Endpoint(GET, "/actuator/health/**", ANYONE),
                    new Endpoint(GET, "/actuator/prometheus", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/openapi.json", ANYONE),
                    new Endpoint(POST, "/auth/token", ANYONE),
                    new Endpoint(POST, "/payments/stripe/webhook", ANYONE),
                    new Endpoint(GET, "/counties", ANYONE),
                    new Endpoint(GET, "/divisions", ANYONE),
                    new Endpoint(GET, "/categories", ANYONE),
                    new Endpoint(GET, "/products", ANYONE),
                    new Endpoint(GET, "/products/suggestions", ANYONE),
                    new Endpoint(GET, "/products/template.xlsx", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/products/{id}", ANYONE),
                    new Endpoint(GET, "/products/{id}/capacity", ANYONE),
                    new Endpoint(GET, "/products/{id}/pictures", ANYONE),
                    new Endpoint(GET, "/pictures/{pictureId}/{size}", ANYONE),
                    new Endpoint(GET, "/products/{id}/lots", ANYONE),
                    new Endpoint(GET, "/lots/{number}", ANYONE),
                    new Endpoint(GET, "/orders/{id}/lots", SEEING_ORDERS),
                    new Endpoint(GET, "/contracts/{number}", ANYONE),
                    new Endpoint(GET, "/orders/{id}/contract", SEEING_ORDERS),
                    new Endpoint(GET, "/orders/{id}/audit.zip", SEEING_ORDERS),
                    new Endpoint(
                            GET, "/procurement/audit.zip", EnumSet.of(BUYER, OPERATOR, AUDITOR)),
                    new Endpoint(GET, "/orders/{id}/contract.pdf", SEEING_ORDERS),
                    new Endpoint(
                            POST,
                            "/orders/{id}/contract/signatures",
                            EnumSet.of(BUYER, COOPERATIVE)),
                    new Endpoint(GET, "/products/{id}/farm-records", ANYONE),
                    new Endpoint(POST, "/products/{id}/farm-records", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/products/{id}/pictures", EnumSet.of(COOPERATIVE)),
                    new Endpoint(PUT, "/products/{id}/pictures", EnumSet.of(COOPERATIVE)),
                    new Endpoint(
                            DELETE, "/products/{id}/pictures/{pictureId}", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/certificates/{number}", ANYONE),
                    new Endpoint(POST, "/registrations", ANYONE),
                    new Endpoint(GET, "/registrations/{number}", ANYONE),
                    new Endpoint(GET, "/registrations", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/registrations/{id}/approval", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/registrations/{id}/refusal", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/certifications", SEEING_CERTIFICATIONS),
                    new Endpoint(GET, "/certifications/waiting", SEEING_CERTIFICATIONS),
                    new Endpoint(GET, "/certifications/{id}", SEEING_CERTIFICATIONS),
                    new Endpoint(POST, "/certifications", EnumSet.of(COOPERATIVE)),
                    new Endpoint(
                            POST, "/certifications/{id}/resubmission", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/certifications/{id}/decision", REVIEWING),
                    new Endpoint(GET, "/me", SIGNED_IN),
                    new Endpoint(POST, "/attachments", EnumSet.of(COOPERATIVE, BUYER, CANTEEN)),
                    new Endpoint(GET, "/attachments/{id}", SEEING_ATTACHMENTS),
                    new Endpoint(POST, "/products", EnumSet.of(COOPERATIVE)),
                    new Endpoint(PUT, "/products/{id}", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/products/{id}/withdrawal", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/products/{id}/listing", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/products/{id}/offers", ANYONE),
                    new Endpoint(GET, "/products/{id}/prices", ANYONE),
                    new Endpoint(GET, "/products/{id}/prices.csv", ANYONE),
                    new Endpoint(POST, "/products/{id}/offers", EnumSet.of(COOPERATIVE)),
                    new Endpoint(
                            POST,
                            "/products/{id}/offers/{offerId}/ending",
                            EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/cooperative/products", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/cooperative/capacity", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/cooperative/delivery-area", EnumSet.of(COOPERATIVE)),
                    new Endpoint(PUT, "/cooperative/delivery-area", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/catalog/parked", SEEING_ALL),
                    new Endpoint(PUT, "/catalog/parked/{productId}", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/catalog/parked/replay", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/cooperative/products.xlsx", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/imports", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/imports", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/imports/{id}", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/imports/{id}/errors.xlsx", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/imports/{id}/application", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/cart", BUYING),
                    new Endpoint(PUT, "/cart/lines/{productId}", BUYING),
                    new Endpoint(DELETE, "/cart/lines/{productId}", BUYING),
                    new Endpoint(POST, "/orders", BUYING),
                    new Endpoint(GET, "/orders", SEEING_ORDERS),
                    new Endpoint(GET, "/orders/{id}", SEEING_ORDERS),
                    new Endpoint(POST, "/orders/{id}/confirmation", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/refusal", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/cancellation", BUYING),
                    new Endpoint(POST, "/orders/{id}/change", BUYING),
                    new Endpoint(POST, "/orders/{id}/complaints", BUYING),
                    new Endpoint(GET, "/orders/{id}/complaints", SEEING_ORDERS),
                    new Endpoint(GET, "/complaints", SEEING_ORDERS),
                    new Endpoint(GET, "/complaints/open", SEEING_ORDERS),
                    new Endpoint(GET, "/complaints/{id}", SEEING_ORDERS),
                    new Endpoint(GET, "/complaints/{id}/credit-note.pdf", SEEING_ORDERS),
                    new Endpoint(POST, "/complaints/{id}/decision", DECIDING_COMPLAINTS),
                    new Endpoint(
                            POST, "/complaints/{id}/receipt", EnumSet.of(COOPERATIVE, OPERATOR)),
                    new Endpoint(POST, "/orders/{id}/shipment", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/closing", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/acceptance", BUYING),
                    new Endpoint(POST, "/orders/{id}/restocking", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/invoice", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/orders/{id}/invoice/replacement", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/orders/{id}/invoices", SEEING_ORDERS),
                    new Endpoint(POST, "/orders/{id}/card-payments", BUYING),
                    new Endpoint(POST, "/orders/{id}/remittances", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/orders/{id}/refunds", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/orders/{id}/card-refunds", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/disputes", SEEING_ALL),
                    new Endpoint(GET, "/payments/unknown", SEEING_ALL),
                    new Endpoint(POST, "/payments/{id}/asking", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/orders/{id}/payment-clock", SEEING_ORDERS),
                    new Endpoint(GET, "/settlement-statement", SEEING_STATEMENTS),
                    new Endpoint(GET, "/settlement-statement.xlsx", SEEING_STATEMENTS),
                    new Endpoint(GET, "/settlement-statement.pdf", SEEING_STATEMENTS),
                    new Endpoint(GET, "/payouts/payable", SEEING_ALL),
                    new Endpoint(GET, "/payout-batches", SEEING_ALL),
                    new Endpoint(POST, "/payout-batches", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/payout-batches/{id}", SEEING_ALL),
                    new Endpoint(POST, "/payout-batches/{id}/release", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/payout-batches/{id}/cancellation", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/payout-batches/{id}/file", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/payouts/{id}/bounce", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/payments", SEEING_ORDERS),
                    new Endpoint(GET, "/payables", SEEING_ORDERS),
                    new Endpoint(GET, "/remittance-codes/{code}", PAYING),
                    new Endpoint(POST, "/remittance-codes", BUYING),
                    new Endpoint(GET, "/payer-declarations", PAYING),
                    new Endpoint(POST, "/payer-declarations", BUYING),
                    new Endpoint(GET, "/banks", SEEING_ALL),
                    new Endpoint(PUT, "/banks/{code}", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/bank-statements", SEEING_ALL),
                    new Endpoint(POST, "/bank-statements", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/bank-lines", SEEING_ALL),
                    new Endpoint(POST, "/bank-lines/{id}/assignment", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/bank-lines/{id}/set-aside", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/bank-lines/{id}/return", EnumSet.of(OPERATOR)),
                    new Endpoint(POST, "/bank-lines/{id}/reversal", EnumSet.of(OPERATOR)),
                    new Endpoint(GET, "/ledger/entries", SEEING_ORDERS),
                    new Endpoint(GET, "/ledger/entries/{id}/proof", SEEING_ORDERS),
                    new Endpoint(GET, "/ledger/heads", ANYONE),
                    new Endpoint(GET, "/figures", ANYONE),
                    new Endpoint(GET, "/open-data/releases", ANYONE),
                    new Endpoint(GET, "/open-data/records/{ocid}", ANYONE),
                    new Endpoint(GET, "/ledger/export", EnumSet.of(AUDITOR)),
                    new Endpoint(
                            GET, "/ledger/benefits", EnumSet.of(COOPERATIVE, OPERATOR, AUDITOR)),
                    new Endpoint(GET, "/benefit/rules", EnumSet.of(COOPERATIVE)),
                    new Endpoint(POST, "/benefit/rules", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/benefit/households", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(POST, "/benefit/households", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(
                            POST, "/benefit/households/{id}/plots", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(GET, "/benefit/plots", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/benefit/lots", EnumSet.of(COOPERATIVE)),
                    new Endpoint(
                            GET,
                            "/benefit/claims",
                            EnumSet.of(COOPERATIVE, COUNTY_REVIEWER, OPERATOR, AUDITOR)),
                    new Endpoint(POST, "/benefit/claims", EnumSet.of(COOPERATIVE)),
                    new Endpoint(
                            POST, "/benefit/claims/{id}/confirmation", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(
                            POST, "/benefit/claims/{id}/rejection", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(GET, "/findings", EnumSet.of(COUNTY_REVIEWER, OPERATOR, AUDITOR)),
                    new Endpoint(POST, "/findings/{id}/decision", EnumSet.of(COUNTY_REVIEWER)),
                    new Endpoint(GET, "/procurement/year", EnumSet.of(BUYER)),
                    new Endpoint(GET, "/procurement/reserve", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/procurement/filings", EnumSet.of(BUYER)),
                    new Endpoint(
                            GET, "/procurement/corrections", EnumSet.of(BUYER, OPERATOR, AUDITOR)),
                    new Endpoint(POST, "/orders/{id}/unit-corrections", EnumSet.of(BUYER)),
                    new Endpoint(
                            POST,
                            "/procurement/corrections/{id}/decision",
                            EnumSet.of(BUYER, OPERATOR)),
                    new Endpoint(GET, "/requisitions", SEEING_REQUISITIONS),
                    new Endpoint(GET, "/requisitions/waiting", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/requisitions", EnumSet.of(BUYER)),
                    new Endpoint(GET, "/requisitions/{id}", SEEING_REQUISITIONS),
                    new Endpoint(POST, "/requisitions/{id}/submission", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/requisitions/{id}/decision", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/requisitions/{id}/reassignment", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/requisitions/{id}/withdrawal", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/requisitions/{id}/orders", EnumSet.of(BUYER)),
                    new Endpoint(GET, "/unit", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/people", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/people/leaving", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/roles", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/roles/ending", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/approval-rules", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/approval-rules/{id}/ending", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/delegations", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/delegations/{id}/ending", EnumSet.of(BUYER)),
                    new Endpoint(POST, "/unit/budget-lines", EnumSet.of(BUYER)),
                    new Endpoint(PUT, "/unit/budget-lines/{id}", EnumSet.of(BUYER)),
                    new Endpoint(GET, "/school/need", EnumSet.of(CANTEEN)),
                    new Endpoint(PUT, "/school/head-counts", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/suppliers", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/dishes", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/menu", EnumSet.of(CANTEEN)),
                    new Endpoint(PUT, "/school/menu", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/menu.xlsx", EnumSet.of(CANTEEN)),
                    new Endpoint(PUT, "/school/menu/days/{day}", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/demand", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/school/demand/{ingredient}/suppliers", EnumSet.of(CANTEEN)),
                    new Endpoint(PUT, "/school/store-room", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/schools/{code}/lunch", ANYONE),
                    new Endpoint(GET, "/incidents", EnumSet.of(CANTEEN, EDUCATION_BUREAU)),
                    new Endpoint(POST, "/incidents", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/incidents/{id}/report", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/kitchen/day", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/kitchen/uses", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/kitchen/uses/{id}/correction", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/kitchen/disposals", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/kitchen/samples", EnumSet.of(CANTEEN)),
                    new Endpoint(POST, "/kitchen/samples/{id}/disposal", EnumSet.of(CANTEEN)),
                    new Endpoint(GET, "/recalls", SEEING_RECALLS),
                    new Endpoint(POST, "/recalls", EnumSet.of(COOPERATIVE, OPERATOR)),
                    new Endpoint(GET, "/recalls/{id}", SEEING_RECALLS),
                    new Endpoint(POST, "/recalls/{id}/answer", BUYING),
                    new Endpoint(GET, "/lots/{number}/trace", SEEING_RECALLS),
                    new Endpoint(GET, "/lots/{number}/events", SEEING_RECALLS),
                    new Endpoint(GET, "/bureau/month", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(GET, "/bureau/canteens", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(PUT, "/bureau/canteens", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(DELETE, "/bureau/canteens/{id}", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(GET, "/bureau/plans", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(POST, "/bureau/plans", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(GET, "/bureau/plans/{id}", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(POST, "/bureau/plans/{id}/stop", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(
                            PUT,
                            "/bureau/plans/{id}/lines/{number}/choice",
                            EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(
                            DELETE,
                            "/bureau/plans/{id}/lines/{number}/choice",
                            EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(
                            POST, "/bureau/plans/{id}/acceptance", EnumSet.of(EDUCATION_BUREAU)),
                    new Endpoint(GET, "/cooperative/supply-terms", EnumSet.of(COOPERATIVE)),
                    new Endpoint(PUT, "/cooperative/supply-terms", EnumSet.of(COOPERATIVE)),
                    new Endpoint(GET, "/supervision/today", SEEING_ALL));
}
