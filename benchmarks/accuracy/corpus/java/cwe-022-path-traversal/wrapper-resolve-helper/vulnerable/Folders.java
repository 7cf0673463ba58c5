package wiki;

import java.io.File;
import java.io.IOException;

final class Folders {
    private Folders() {}

    static File inside(File parent, String child) throws IOException {
        File file = new File(parent, child);
        if (!file.getCanonicalPath().startsWith(parent.getCanonicalPath())) {
            throw new IOException("Not found");
        }
        return file;
    }
}
