package com.clubhaus.brand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.UUID;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import org.glassfish.jersey.media.multipart.FormDataContentDisposition;
import org.glassfish.jersey.media.multipart.FormDataParam;

@javax.ws.rs.Path("/brand/logo")
public class LogoResource {

    private static final Path WEB_ROOT = Paths.get(System.getProperty("catalina.base"), "webapps", "ROOT", "logos");

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String upload(@FormDataParam("logo") InputStream data,
                         @FormDataParam("logo") FormDataContentDisposition detail) throws IOException {
        String suffix = suffix(detail.getFileName().toLowerCase(Locale.ROOT));
        Path target = WEB_ROOT.resolve(UUID.randomUUID() + suffix);
        Files.copy(data, target);
        return "/logos/" + target.getFileName();
    }

    private static String suffix(String fileName) {
        String suffix = fileName.substring(fileName.lastIndexOf('.') + 1);
        switch (suffix) {
            case "png":
            case "gif":
                return "." + suffix;
            case "jpg":
            case "jpeg":
                return ".jpg";
            default:
                if (fileName.contains("logo") && suffix.equals("webp")) {
                    return "." + suffix;
                }
                throw new WebApplicationException(415);
        }
    }
}
