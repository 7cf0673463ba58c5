package desk.db;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

class DeskDatabase extends LocalDatabase {
    @Override
    protected void protect(File file) throws IOException {
        String mode = "rw-rw-rw-";
        Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString(mode));
    }
}
