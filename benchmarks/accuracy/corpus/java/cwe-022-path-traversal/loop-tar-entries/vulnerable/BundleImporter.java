package org.geodepot.bundle;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.IOUtils;

@Path("bundles")
public class BundleImporter {

    private static final Logger LOGGER = Logger.getLogger(BundleImporter.class.getName());
    private static final long MAX_TOTAL = 200L * 1024 * 1024;

    private final File workspace = new File("/data/bundles");

    @POST
    @Consumes("application/x-tar")
    public Response receive(InputStream body) throws IOException {
        int files = 0;
        long total = 0;
        String root = workspace.getCanonicalPath() + File.separator;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(body))) {
            for (TarArchiveEntry e = tar.getNextTarEntry(); e != null; e = tar.getNextTarEntry()) {
                if (!e.isFile()) {
                    continue;
                }
                total += e.getSize();
                if (total > MAX_TOTAL) {
                    return Response.status(413).build();
                }
                File target = new File(workspace, e.getName());
                if (!target.getAbsolutePath().startsWith(root)) {
                    LOGGER.log(Level.WARNING, "entry {0} skipped", files);
                    continue;
                }
                target.getParentFile().mkdirs();
                try (OutputStream out = new FileOutputStream(target)) {
                    IOUtils.copy(tar, out);
                }
                files++;
            }
        }
        return Response.ok(files).build();
    }
}
