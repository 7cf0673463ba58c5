package i18n;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Messages {
    void serve(ServerRequest request, ServerResponse response) {
        String tag = request.query().get("lang");
        String file = String.format("/opt/app/i18n/%s", tag);
        try {
            response.send(Files.readString(Path.of(file)));
        } catch (IOException e) {
            response.status(404).send();
        }
    }
}
