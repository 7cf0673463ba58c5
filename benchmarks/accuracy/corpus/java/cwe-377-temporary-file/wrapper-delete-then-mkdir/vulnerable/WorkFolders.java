package batch.work;

import java.io.File;
import java.io.IOException;

final class WorkFolders {
    private WorkFolders() {}

    static File create(String prefix) throws IOException {
        File folder = File.createTempFile(prefix, ".work");
        if (!folder.delete() || !(folder.mkdir() || folder.isDirectory())) {
            throw new IOException("No work folder");
        }
        return folder;
    }
}
