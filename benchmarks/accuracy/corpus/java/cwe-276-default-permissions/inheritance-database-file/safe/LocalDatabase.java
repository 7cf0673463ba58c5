package desk.db;

import java.io.File;
import java.io.IOException;

abstract class LocalDatabase {
    File open(File folder) throws IOException {
        File file = new File(folder, "customers.db");
        if (file.createNewFile()) {
            protect(file);
        }
        return file;
    }

    protected abstract void protect(File file) throws IOException;
}
