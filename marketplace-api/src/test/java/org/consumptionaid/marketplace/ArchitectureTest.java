package org.consumptionaid.marketplace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(
        packagesOf = Marketplace.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each may use those before it. */
    private static final List<String> FROM_THE_GROUND_UP =
            List.of(
                    "shared",
                    "region",
                    "identity",
                    "registration",
                    "attachment",
                    "ledger",
                    "certification",
                    "pricing",
                    "catalog",
                    "picture",
                    "farming",
                    "sheets",
                    "search",
                    "ordering",
                    "payment",
                    "remittance",
                    "settlement",
                    "fulfilment",
                    "complaint",
                    "contract",
                    "benefit",
                    "finding",
                    "procurement",
                    "requisition",
                    "matching",
                    "school",
                    "menu",
                    "bureau",
                    "kitchen",
                    "supervision",
                    "opendata",
                    "audit",
                    "demo");

    /**
     * Beside the stores: {@code Rules} and {@code Outbox} are one or two statements each and would
     * only gain a second class; {@code DatabaseSettings} takes the address apart and {@code
     * ProblemHandler} knows the driver's exceptions.
     */
    private static final String MAY_KNOW_THE_DATABASE =
            ".*Store|.*\\.Rules|.*\\.Outbox|.*\\.OtherInstances|.*\\.DatabaseSettings|.*\\.ProblemHandler";

    @ArchTest
    static final ArchRule onlyStoresKnowTheDatabase =
            noClasses()
                    .that()
                    .haveNameNotMatching("(" + MAY_KNOW_THE_DATABASE + ")(\\$.*)?")
                    .should()
                    .dependOnClassesThat(
                            are(resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..")));

    @ArchTest
    static final ArchRule onlyTheGatewayKnowsStripe =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.payment\\.Stripe.*")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage("com.stripe..")));

    @ArchTest
    static final ArchRule onlyItsStorageKnowsS3 =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.attachment\\.S3Storage")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage("software.amazon..")));

    @ArchTest
    static final ArchRule onlyTheIndexKnowsElasticsearch =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            ".*\\.search\\.Catalog(Index|Query|Facets|Ranking|Suggestions|Generation|Transport)(\\$.*)?")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage("co.elastic..")));

    @ArchTest
    static final ArchRule onlyExactKnowsTheSolver =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.matching\\.Exact(\\$.*)?")
                    .should()
                    .dependOnClassesThat(are(resideInAnyPackage("com.google.ortools..")));

    /** The matching reads no clock, no table and no figure that is not in the week it is given. */
    @ArchTest
    static final ArchRule theMatchingIsPlainJava =
            noClasses()
                    .that()
                    .resideInAPackage("..matching..")
                    .and()
                    .haveSimpleNameNotEndingWith("package-info")
                    .should()
                    .dependOnClassesThat(
                            are(resideInAnyPackage("org.springframework..", "reactor..")));

    /** {@code shared.Rules} is the table of figures, not a decision. */
    @ArchTest
    static final ArchRule decisionsArePure =
            noClasses()
                    .that()
                    .haveNameMatching(".*\\.(\\w+Rules|\\w+Life|Guard)(\\$.*)?")
                    .should()
                    .dependOnClassesThat(
                            are(
                                    resideInAnyPackage(
                                            "org.springframework..", "reactor..", "java.time..")));

    @ArchTest
    static final ArchRule controllersTouchNoStore =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(".*(Store|Transactions|Idempotency)");

    @ArchTest
    static final ArchRule controllersTouchNoOtherController =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Controller")
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith(RestController.class);

    @ArchTest
    static final ArchRule storesCallNobodyAbove =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .should()
                    .dependOnClassesThat()
                    .areAnnotatedWith(Service.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAnnotatedWith(RestController.class);

    @ArchTest
    static final ArchRule nobodyPrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nobodyWaitsForAPipelineOrStartsOneOnTheSide =
            noClasses()
                    .should()
                    .callMethodWhere(
                            JavaCall.Predicates.target(nameMatching("block.*|subscribe|toIterable"))
                                    .and(
                                            JavaCall.Predicates.target(
                                                    owner(assignableTo(Publisher.class)))));

    @Test
    void noModuleIsEnteredByTheBackDoor() {
        ApplicationModules.of(Marketplace.class).verify();
    }

    @Test
    void modulesUseOnlyThoseAboveThemInTheDesign() {
        ApplicationModules modules = ApplicationModules.of(Marketplace.class);
        List<String> upwards = new ArrayList<>();
        for (ApplicationModule module : modules) {
            for (ApplicationModule used :
                    module.getDirectDependencies(modules).uniqueModules().toList()) {
                if (height(used) >= height(module)) {
                    upwards.add(module.getIdentifier() + " uses " + used.getIdentifier());
                }
            }
        }

        assertThat(modules.stream().map(ArchitectureTest::height)).doesNotContain(-1);
        assertThat(upwards).isEmpty();
    }

    private static int height(ApplicationModule module) {
        return FROM_THE_GROUND_UP.indexOf(module.getIdentifier().toString());
    }
}
