package cli.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

class TokenCache {
    private final Path file = Path.of(System.getProperty("user.home"), ".cli-token");

    void store(String token) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.allOf(PosixFilePermission.class);
        permissions.remove(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.OWNER_WRITE);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
        Files.writeString(file, token);
    }
}
