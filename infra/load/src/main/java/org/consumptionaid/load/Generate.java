package org.consumptionaid.load;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the database of a marketplace that has been started once. */
@Command(
        name = "infra/load/generate",
        mixinStandardHelpOptions = true,
        description = "Fills a marketplace's database with a catalogue of the real size.")
final class Generate implements Callable<Integer> {
    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description = "postgresql://user:password@host:port/database, migrated by the API")
    private String database = "";

    @Option(
            names = "--suppliers",
            defaultValue = "30000",
            description = "cooperatives (${DEFAULT-VALUE})")
    private int suppliers;

    @Option(
            names = "--products",
            defaultValue = "400000",
            description = "products (${DEFAULT-VALUE})")
    private int products;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same seed and sizes make the same rows (${DEFAULT-VALUE})")
    private long seed;

    private Generate() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Generate()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Duration took =
                CatalogueLoad.into(DatabaseAddress.of(database))
                        .write(new CatalogueSize(suppliers, products, seed));
        out.println(products + " products in " + took.toSeconds() + " s; indexers were told.");
        return 0;
    }
}
