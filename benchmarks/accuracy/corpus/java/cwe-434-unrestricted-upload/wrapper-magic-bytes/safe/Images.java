package ads.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

final class Images {
    private Images() {}

    static void keep(byte[] content, Path folder, String name) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
        if (image == null) {
            throw new IOException("Not an image");
        }
        Path file = Files.createTempFile(folder, "ad", ".png");
        ImageIO.write(image, "png", file.toFile());
    }
}
