package store;

import java.io.File;

abstract class Storage {
    protected final File base;

    Storage(File base) {
        this.base = base;
    }

    abstract File locate(String key);
}
