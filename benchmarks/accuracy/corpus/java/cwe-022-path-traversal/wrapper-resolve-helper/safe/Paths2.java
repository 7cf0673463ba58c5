package wiki;

import java.io.File;
import java.io.IOException;

final class Paths2 {
    private Paths2() {}

    static File inside(File parent, String child) throws IOException {
        File file = new File(parent, child);
        if (!file.getCanonicalPath().startsWith(parent.getCanonicalPath() + File.separator)) {
            throw new IOException("Not found");
        }
        return file;
    }
}
