package org.consumptionaid.console.frame;

import java.util.List;
import org.consumptionaid.console.market.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * The pages each role needs, in the order of its day. Hiding a page protects nothing: the API does.
 */
final class Navigation {

    /** A page; its name is the message {@code nav.<key>}. */
    record Link(String key, String href, boolean current) {

        Link on(String path) {
            return new Link(key, href, path.equals(href) || path.startsWith(href + "/"));
        }
    }

    private static final Link HOME = to("home");
    private static final Link PRODUCTS = to("products");
    private static final Link CERTIFICATES = to("certificates");
    private static final Link CONTRACTS = to("contracts");
    private static final Link CERTIFICATIONS = to("certifications");
    private static final Link REGISTRATIONS = to("registrations");
    private static final Link ORDERS = to("orders");
    private static final Link COMPLAINTS = to("complaints");
    private static final Link LISTING = to("listing");
    private static final Link IMPORTS = to("imports");
    private static final Link PAYMENTS = to("payments");
    private static final Link RECONCILIATION = to("reconciliation");
    private static final Link PAYOUTS = to("payouts");
    private static final Link REQUISITIONS = to("requisitions");
    private static final Link UNIT = to("unit");
    private static final Link RESERVE = to("reserve");
    private static final Link CORRECTIONS = to("corrections");
    private static final Link DISPUTES = to("disputes");
    private static final Link UNKNOWN_PAYMENTS = to("unknown-payments");
    private static final Link STATEMENTS = to("statements");
    private static final Link NEED = to("need");
    private static final Link MENUS = to("menus");
    private static final Link KITCHEN = to("kitchen");
    private static final Link RECALLS = to("recalls");
    private static final Link INCIDENTS = to("incidents");
    private static final Link PLANS = to("plans");
    private static final Link CANTEENS = to("canteens");
    private static final Link SCHOOLS_MONTH = to("schools-month");
    private static final Link BENEFITS = to("benefits");
    private static final Link PARKED = to("parked");
    private static final Link FIGURES = to("figures");
    private static final Link OPEN_DATA = to("open-data");
    private static final Link SEALS = to("seals");
    private static final Link RULES = to("benefit-rules");
    private static final Link CLAIMS = to("claims");
    private static final Link HOUSEHOLDS = to("households");
    private static final Link FINDINGS = to("findings");

    private Navigation() {}

    static List<Link> of(@Nullable Visitor visitor) {
        if (visitor == null) {
            return List.of(PRODUCTS, CERTIFICATES, CONTRACTS, FIGURES, OPEN_DATA);
        }
        return switch (visitor.person().role()) {
            case BUYER ->
                    List.of(
                            HOME,
                            PRODUCTS,
                            REQUISITIONS,
                            ORDERS,
                            RESERVE,
                            UNIT,
                            CORRECTIONS,
                            COMPLAINTS,
                            RECALLS,
                            PAYMENTS,
                            CERTIFICATES);
            case CANTEEN ->
                    List.of(
                            HOME,
                            MENUS,
                            NEED,
                            KITCHEN,
                            PRODUCTS,
                            ORDERS,
                            COMPLAINTS,
                            RECALLS,
                            INCIDENTS,
                            PAYMENTS,
                            CERTIFICATES);
            case COOPERATIVE ->
                    List.of(
                            HOME,
                            ORDERS,
                            COMPLAINTS,
                            RECALLS,
                            PAYMENTS,
                            LISTING,
                            IMPORTS,
                            CERTIFICATIONS,
                            RULES,
                            CLAIMS,
                            BENEFITS,
                            STATEMENTS,
                            PRODUCTS);
            case OPERATOR ->
                    List.of(
                            HOME,
                            ORDERS,
                            COMPLAINTS,
                            RECALLS,
                            PAYMENTS,
                            RECONCILIATION,
                            PAYOUTS,
                            UNKNOWN_PAYMENTS,
                            DISPUTES,
                            CORRECTIONS,
                            REGISTRATIONS,
                            CERTIFICATIONS,
                            BENEFITS,
                            PRODUCTS,
                            CERTIFICATES,
                            PARKED);
            case AUDITOR ->
                    List.of(
                            HOME,
                            ORDERS,
                            COMPLAINTS,
                            RECALLS,
                            PAYMENTS,
                            RECONCILIATION,
                            PAYOUTS,
                            UNKNOWN_PAYMENTS,
                            DISPUTES,
                            REQUISITIONS,
                            CORRECTIONS,
                            CERTIFICATIONS,
                            BENEFITS,
                            CLAIMS,
                            FINDINGS,
                            SEALS,
                            FIGURES,
                            OPEN_DATA,
                            PARKED,
                            PRODUCTS);
            case COUNTY_REVIEWER ->
                    List.of(
                            HOME,
                            CERTIFICATIONS,
                            HOUSEHOLDS,
                            CLAIMS,
                            FINDINGS,
                            FIGURES,
                            PRODUCTS,
                            CERTIFICATES);
            case PROVINCE_REVIEWER -> List.of(HOME, CERTIFICATIONS, PRODUCTS, CERTIFICATES);
            case EDUCATION_BUREAU ->
                    List.of(
                            HOME,
                            PLANS,
                            CANTEENS,
                            SCHOOLS_MONTH,
                            RECALLS,
                            INCIDENTS,
                            PRODUCTS,
                            CERTIFICATES);
            case OTHER -> List.of(HOME, PRODUCTS, CERTIFICATES);
        };
    }

    private static Link to(String key) {
        return new Link(key, "/" + key, false);
    }
}
