package store;

import java.io.File;

class FlatStorage extends Storage {
    FlatStorage(File base) {
        super(base);
    }

    @Override
    File locate(String key) {
        return new File(base, key);
    }
}
