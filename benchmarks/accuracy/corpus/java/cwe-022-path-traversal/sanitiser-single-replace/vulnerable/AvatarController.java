package social.avatar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AvatarController {
    @GetMapping("/avatar")
    public ResponseEntity<byte[]> avatar(@RequestParam String file) throws IOException {
        String name = file.replace("../", "");
        byte[] image = Files.readAllBytes(Path.of("/srv/avatars", name));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(image);
    }
}
