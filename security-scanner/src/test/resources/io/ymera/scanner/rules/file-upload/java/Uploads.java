import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Uploads {
    private static final Set<String> ALLOWED = Set.of("png", "jpg");
    private final Path folder = Paths.get("/srv/uploads");

    @PostMapping("/one")
    String one(@RequestParam("file") MultipartFile file) throws IOException {
        String name = Paths.get(file.getOriginalFilename()).getFileName().toString();
        file.transferTo(new File("/srv/uploads", name)); // finding: file-upload
        return "ok";
    }

    @PostMapping("/two")
    String two(@RequestParam("file") MultipartFile file) throws IOException {
        String name = Paths.get(file.getOriginalFilename()).getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase();
        if (!ALLOWED.contains(extension)) {
            throw new IllegalArgumentException(extension);
        }
        file.transferTo(folder.resolve(UUID.randomUUID() + "." + extension));
        return "ok";
    }

    @PostMapping("/three")
    String three(@RequestParam("file") MultipartFile file) throws IOException {
        Files.copy(file.getInputStream(), folder.resolve(UUID.randomUUID().toString()));
        return "ok";
    }

    @PostMapping("/four")
    String four(@RequestParam("file") MultipartFile file) throws IOException {
        String name = new File(file.getOriginalFilename()).getName();
        if (!name.endsWith(".png") && !name.endsWith(".jpg")) {
            return "no";
        }
        Files.copy(file.getInputStream(), folder.resolve(name));
        return "ok";
    }
}
