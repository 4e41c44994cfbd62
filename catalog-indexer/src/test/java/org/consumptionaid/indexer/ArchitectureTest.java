package org.consumptionaid.indexer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.consumptionaid.indexer.index.CatalogIndices;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(
        packagesOf = CatalogIndexerApplication.class,
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ADAPTER = CatalogIndices.class.getPackageName();
    private static final String ELASTIC = ElasticsearchClient.class.getPackageName() + "..";

    @ArchTest
    static final ArchRule onlyTheAdapterKnowsElasticsClient =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ADAPTER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ELASTIC);

    @ArchTest
    static final ArchRule theAdapterKnowsNothingOfTheFeed =
            noClasses()
                    .that()
                    .resideInAPackage(ADAPTER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.consumptionaid.indexer.feed", "java.sql..");

    @ArchTest
    static final ArchRule sqlIsInStores =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Store")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule rulesArePure =
            noClasses()
                    .that()
                    .haveSimpleName("Diagnosis")
                    .or()
                    .haveSimpleName("ItemVerdict")
                    .or()
                    .haveSimpleName("BulkAnswer")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "co.elastic..", "java.sql..");
}
