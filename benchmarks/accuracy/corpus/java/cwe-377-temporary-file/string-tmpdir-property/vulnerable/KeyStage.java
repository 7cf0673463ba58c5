package deploy.stage;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;

class KeyStage {
    File stage(byte[] key, String user) throws IOException {
        File folder = new File(System.getProperty("java.io.tmpdir"), "stage-" + user);
        Files.createDirectories(folder.toPath());
        File file = new File(folder, "deploy.key");
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write(key);
        }
        return file;
    }
}
