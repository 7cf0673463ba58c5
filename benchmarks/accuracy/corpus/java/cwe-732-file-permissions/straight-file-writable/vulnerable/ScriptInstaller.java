package agent.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

public class ScriptInstaller {
    public void install(File target) throws IOException {
        Files.copy(
                ScriptInstaller.class.getResourceAsStream("/rotate.sh"),
                target.toPath(),
                StandardCopyOption.REPLACE_EXISTING);
        target.setReadable(true, false);
        target.setExecutable(true, false);
        target.setWritable(true, false);
    }
}
