package tv.kinokiste.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Path("/media")
public class MediaResource {

    @ConfigProperty(name = "media.public-dir", defaultValue = "/srv/media")
    String publicDir;

    @GET
    public Response get(@QueryParam("file") String file) throws IOException {
        java.nio.file.Path root = Paths.get(publicDir).toRealPath();
        java.nio.file.Path wanted = root.resolve(file).normalize();
        if (!wanted.toString().startsWith(root.toString())) {
            throw new NotFoundException();
        }
        if (!Files.isRegularFile(wanted)) {
            throw new NotFoundException();
        }
        StreamingOutput body = out -> Files.copy(wanted, out);
        String type = Files.probeContentType(wanted);
        return Response.ok(body)
            .type(type == null ? "application/octet-stream" : type)
            .header("Content-Length", Files.size(wanted))
            .build();
    }
}
