package org.consumptionaid.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The server's programs, which the wrapper unpacks once per machine into a folder that all share.
 * It stumbles for ever over what an unpacking that was cut short has left there.
 */
final class PostgresBinaries {

    private static final String FOLDERS = "PG-*";
    private static final String UNPACKED = ".exists";
    private static final String LOCK = "epg-lock";

    private PostgresBinaries() {}

    /** Where the wrapper unpacks to. */
    static Path folder() {
        String chosen = System.getProperty("ot.epg.working-dir");
        return chosen == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg")
                : Path.of(chosen);
    }

    /** Leaves alone what is whole and what somebody is unpacking now. */
    static void removeHalfUnpacked(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, FOLDERS)) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(UNPACKED))) {
                    empty(version);
                }
            }
        }
    }

    private static void empty(Path version) throws IOException {
        try (FileChannel file =
                        FileChannel.open(
                                version.resolve(LOCK),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                @Nullable FileLock lock = file.tryLock();
                DirectoryStream<Path> remains = Files.newDirectoryStream(version)) {
            if (lock == null || Files.exists(version.resolve(UNPACKED))) {
                return;
            }
            for (Path one : remains) {
                if (!one.endsWith(LOCK)) {
                    Folders.delete(one);
                }
            }
        }
    }
}
