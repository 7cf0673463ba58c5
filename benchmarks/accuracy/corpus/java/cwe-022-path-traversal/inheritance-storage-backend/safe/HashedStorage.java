package store;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

class HashedStorage extends Storage {
    HashedStorage(File base) {
        super(base);
    }

    @Override
    File locate(String key) {
        return new File(base, UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
