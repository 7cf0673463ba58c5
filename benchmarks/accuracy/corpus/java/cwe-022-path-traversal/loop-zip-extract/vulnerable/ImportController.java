package importer;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class ImportController {
    private final Unpacker unpacker = new Unpacker();

    @PostMapping("/import")
    int load(@RequestParam MultipartFile archive) throws IOException {
        return unpacker.unpack(archive.getInputStream(), Path.of("/srv/import"));
    }
}
