package org.consumptionaid.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this project: the one that holds {@code infra/run}. */
public final class RepositoryRoot {

    /** System property that names the folder when the working directory lies outside it. */
    static final String PROPERTY = "localstack.root";

    private RepositoryRoot() {}

    public static Path find() {
        String named = System.getProperty(PROPERTY);
        return named == null ? above(Path.of("").toAbsolutePath()) : Path.of(named);
    }

    private static Path above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/run"))) {
                return folder;
            }
        }
        throw new StartFailure(
                "No folder above %s holds infra/run; name it with -D%s=DIR."
                        .formatted(start, PROPERTY));
    }
}
