package org.consumptionaid.marketplace.attachment;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest extends FileStorageContract {
    @TempDir private Path store;

    @Override
    FileStorage storage() {
        return new DiskStorage(store);
    }
}
