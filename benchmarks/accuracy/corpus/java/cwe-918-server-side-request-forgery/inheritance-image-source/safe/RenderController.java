package render;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RenderController {
    record Document(String image) {}

    private final ImageSource images = new StoredImage();

    @PostMapping("/render")
    byte[] render(@RequestBody Document document) throws IOException {
        try (InputStream in = images.open(document.image())) {
            return in.readAllBytes();
        }
    }
}
