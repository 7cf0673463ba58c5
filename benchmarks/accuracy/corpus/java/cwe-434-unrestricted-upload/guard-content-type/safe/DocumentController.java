package intranet.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.io.FilenameUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class DocumentController {
    private static final Set<String> ACCEPTED = Set.of("pdf", "png");
    private static final Path PUBLIC = Path.of("/srv/www/documents");

    @PostMapping("/documents")
    ResponseEntity<Void> add(@RequestParam MultipartFile file) throws IOException {
        String name = FilenameUtils.getName(file.getOriginalFilename());
        if (!ACCEPTED.contains(FilenameUtils.getExtension(name))) {
            return ResponseEntity.unprocessableEntity().build();
        }
        Files.copy(file.getInputStream(), PUBLIC.resolve(name));
        return ResponseEntity.noContent().build();
    }
}
