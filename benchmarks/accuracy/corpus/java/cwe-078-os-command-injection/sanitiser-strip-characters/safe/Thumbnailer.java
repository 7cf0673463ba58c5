package media;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.fileupload.FileItem;

public class Thumbnailer {
    public boolean thumbnail(FileItem upload) throws IOException, InterruptedException {
        String name = upload.getName().replaceAll("[^A-Za-z0-9_]", "");
        String command = "ffmpeg -i /srv/in/" + name + " -frames:v 1 /srv/out/" + name + ".png";
        Process process = new ProcessBuilder("sh", "-c", command).start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
