import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.List;

class Modes {
    void modes(Path path) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-")); // finding: file-permissions
        Runtime.getRuntime().exec("chmod 777 /srv/data"); // finding: file-permissions
        Runtime.getRuntime().exec("chmod 750 /srv/data");
        new ProcessBuilder("chmod", "-R", "o+w", "/srv").start(); // finding: file-permissions
        new ProcessBuilder(List.of("sh", "-c", "umask 000; serve")).start(); // finding: file-permissions
        new ProcessBuilder(List.of("sh", "-c", "umask 077; serve")).start();
    }

    void secrets(Path path, byte[] key) throws Exception {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"))); // finding: file-permissions
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
