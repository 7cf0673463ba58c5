import jakarta.servlet.http.*;
import java.io.*;
import java.nio.file.*;
import java.util.zip.*;
import org.springframework.web.multipart.MultipartFile;

class DownloadServlet extends HttpServlet {
    private static final Path BASE = Paths.get("/srv/files");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("file");
        Files.copy(BASE.resolve(name), response.getOutputStream()); // finding: path-traversal
        File file = new File("/srv/files/" + name);
        try (InputStream in = new FileInputStream(file)) { // finding: path-traversal
            in.transferTo(response.getOutputStream());
        }
        Path only = BASE.resolve(Paths.get(name).getFileName());
        Files.readAllBytes(only);
        Path path = BASE.resolve(name).normalize();
        if (!path.startsWith(BASE)) {
            response.sendError(404);
            return;
        }
        Files.readAllBytes(path);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        File target = new File("/srv/files", request.getParameter("name"));
        if (!target.getCanonicalPath().startsWith("/srv/files/")) {
            throw new IOException("outside");
        }
        try (OutputStream out = new FileOutputStream(target)) {
            request.getInputStream().transferTo(out);
        }
    }

    void upload(MultipartFile file) throws IOException {
        file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename())); // finding: path-traversal, file-upload
        file.transferTo(new File("/srv/uploads/" + new File(file.getOriginalFilename()).getName())); // finding: file-upload
    }

    void unzip(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            File out = new File(folder, entry.getName());
            Files.copy(zip, out.toPath()); // finding: path-traversal
        }
    }

    void unzipWell(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            Path out = folder.toPath().resolve(entry.getName()).normalize();
            if (!out.startsWith(folder.toPath())) {
                throw new IOException("outside");
            }
            Files.copy(zip, out);
        }
    }
}
