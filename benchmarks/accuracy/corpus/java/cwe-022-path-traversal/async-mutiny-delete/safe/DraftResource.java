package drafts;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

@Path("/drafts")
public class DraftResource {
    @DELETE
    public Uni<Boolean> remove(@QueryParam("id") String id) {
        return Uni.createFrom()
                .item(id)
                .map(UUID::fromString)
                .map(name -> java.nio.file.Path.of("/srv/drafts", name.toString()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(DraftResource::delete);
    }

    private static boolean delete(java.nio.file.Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
