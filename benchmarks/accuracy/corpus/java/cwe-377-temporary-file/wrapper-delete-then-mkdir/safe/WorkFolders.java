package batch.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

final class WorkFolders {
    private WorkFolders() {}

    static File create(String prefix) throws IOException {
        File folder = Files.createTempDirectory(prefix).toFile();
        if (!folder.isDirectory()) {
            throw new IOException("No work folder");
        }
        return folder;
    }
}
