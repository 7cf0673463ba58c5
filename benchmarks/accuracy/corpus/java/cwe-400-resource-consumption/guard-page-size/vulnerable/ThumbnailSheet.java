package gallery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import jakarta.ws.rs.core.StreamingOutput;

@Path("/sheet")
public class ThumbnailSheet {
    @GET
    @Produces("image/png")
    public StreamingOutput sheet(@QueryParam("w") int width, @QueryParam("h") int height) {
        int w = Math.max(width, 16);
        int h = Math.max(height, 16);
        return (OutputStream out) -> write(new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB), out);
    }

    private static void write(BufferedImage image, OutputStream out) throws IOException {
        ImageIO.write(image, "png", out);
    }
}
