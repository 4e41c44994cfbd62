package org.consumptionaid.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.consumptionaid.localstack.RepositoryRoot;

/** A table of {@code infra/data}. */
final class SeedTable {
    private SeedTable() {}

    static List<NamedCsvRecord> read(String file) {
        Path path = RepositoryRoot.find().resolve("infra/data").resolve(file);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(path)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
