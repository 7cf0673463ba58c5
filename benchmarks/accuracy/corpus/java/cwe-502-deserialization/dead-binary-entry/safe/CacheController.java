package cache;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CacheController {
    private static final boolean BINARY = false;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Object> entries = new ConcurrentHashMap<>();

    @PutMapping("/cache/{key}")
    void put(@PathVariable String key, @RequestHeader("Content-Type") String type, @RequestBody byte[] body)
            throws IOException, ClassNotFoundException {
        if (BINARY && type.equals("application/x-java-serialized-object")) {
            entries.put(key, new ObjectInputStream(new ByteArrayInputStream(body)).readObject());
        } else {
            entries.put(key, json.readTree(body));
        }
    }
}
