package org.consumptionaid.marketplace.shared;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A table of reference data that comes with the application: UTF-8 CSV with a header, below {@code
 * data/}.
 */
public final class CsvTable {
    private CsvTable() {}

    public static List<NamedCsvRecord> read(String name) {
        try (InputStream in = open(name);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("data/" + name, e);
        }
    }

    /** A checksum over several tables, so that a change in any of them loads them again. */
    public static int checksum(String... names) {
        CRC32 checksum = new CRC32();
        for (String name : names) {
            try (InputStream in = open(name)) {
                checksum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("data/" + name, e);
            }
        }
        return (int) checksum.getValue();
    }

    /** The field's text, or null where it is empty. */
    public static @Nullable String textOrNull(NamedCsvRecord row, String field) {
        String text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource("data/" + name).getInputStream();
    }
}
