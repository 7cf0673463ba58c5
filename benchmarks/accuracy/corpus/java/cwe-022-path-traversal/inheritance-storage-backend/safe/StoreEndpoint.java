package store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StoreEndpoint {
    private final Storage storage = new HashedStorage(new File("/srv/store"));

    @PutMapping("/store")
    void put(@RequestHeader("X-Key") String key, @RequestBody byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(storage.locate(key))) {
            out.write(content);
        }
    }
}
