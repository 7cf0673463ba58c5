import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.springframework.core.io.*;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;
import jakarta.servlet.http.*;
@RestController
class PathBad {
    private static final Path ROOT = Paths.get("/srv/files");
    private ResourceLoader loader;
    @GetMapping("/1") byte[] a(@RequestParam String name) throws IOException { return Files.readAllBytes(ROOT.resolve(name)); } // finding: path-traversal
    @GetMapping("/2") byte[] b(@RequestParam String name) throws IOException {
        Path file = ROOT.resolve(name);
        if (!file.startsWith(ROOT)) throw new IOException();
        return Files.readAllBytes(file); // finding: path-traversal
    }
    @GetMapping("/3") byte[] c(@RequestParam String name) throws IOException {
        String clean = name.replace("../", "");
        return Files.readAllBytes(ROOT.resolve(clean)); // finding: path-traversal
    }
    @GetMapping("/4") Resource d(@RequestParam String name) { return loader.getResource("file:/srv/" + name); } // finding: path-traversal
    @GetMapping("/5") Resource e(@RequestParam String name) { return new FileSystemResource("/srv/" + name); } // finding: path-traversal
    @PostMapping("/6") void f(@RequestParam MultipartFile file) throws IOException { file.transferTo(new File("/srv/" + file.getOriginalFilename())); } // finding: file-upload, path-traversal
    void g(HttpServletRequest r) throws Exception { Part p = r.getPart("f"); p.write("/srv/" + p.getSubmittedFileName()); } // finding: file-upload, path-traversal
    void unzip(InputStream in, Path target) throws IOException {
        try (var zip = new java.util.zip.ZipInputStream(in)) {
            java.util.zip.ZipEntry e;
            while ((e = zip.getNextEntry()) != null) { Files.copy(zip, target.resolve(e.getName())); } // finding: path-traversal
        }
    }
    @GetMapping("/9") byte[] i(@RequestParam String name) throws IOException {
        if (name.startsWith("/")) throw new IOException();
        return Files.readAllBytes(Path.of("/srv", name)); // finding: path-traversal
    }
    @GetMapping("/10") byte[] j(@RequestParam String name) throws IOException {
        if (name.endsWith(".pdf")) return Files.readAllBytes(Path.of("/srv/" + name)); // finding: path-traversal
        return null;
    }
    @GetMapping("/11") Object k(@RequestParam String name) throws IOException { try (var s = Files.walk(ROOT.resolve(name))) { return s.toList(); } } // finding: path-traversal
    @GetMapping("/12") Object l(@RequestParam String name) throws IOException { return new Scanner(new File("/srv", name)).next(); } // finding: path-traversal
    @GetMapping("/13") Object m(@RequestParam String name) throws IOException { return org.apache.commons.io.FileUtils.readFileToString(new File("/srv/" + name), "UTF-8"); } // finding: path-traversal
    @GetMapping("/14") Object n(@RequestParam String name) throws IOException { return new UrlResource("file:/srv/" + name); } // finding: ssrf
    @DeleteMapping("/15") boolean o(@RequestParam String name) { return new File("/srv/" + name).delete(); } // finding: path-traversal
    @GetMapping("/16") byte[] p(@RequestParam String name) throws IOException { return new FileInputStream("/srv/" + StringUtils.cleanPath(name)).readAllBytes(); } // finding: path-traversal
    @GetMapping("/17") byte[] q(@RequestParam("f") Optional<String> name) throws IOException { return Files.readAllBytes(ROOT.resolve(name.orElse("x"))); } // finding: path-traversal
    record Req(String file) {}
    @PostMapping("/18") byte[] r(@RequestBody Req req) throws IOException { return Files.readAllBytes(ROOT.resolve(req.file())); } // finding: path-traversal
    @GetMapping("/19") void s(@RequestParam String f, HttpServletResponse res) throws IOException { Files.copy(ROOT.resolve(f), res.getOutputStream()); } // finding: path-traversal
    @GetMapping("/20") void t(@RequestParam String f) throws IOException { try (var w = new PrintWriter("/srv/" + f)) { w.println(1); } } // finding: path-traversal
    @GetMapping("/21") void u(@RequestParam String f) throws IOException { Files.newBufferedReader(FileSystems.getDefault().getPath("/srv", f)); } // finding: path-traversal
    @GetMapping("/22") Object v(@RequestParam String f) throws IOException { return javax.imageio.ImageIO.read(new File("/srv", f)); } // finding: path-traversal
    @GetMapping("/23") Object w(@RequestParam String f) throws IOException { return new java.util.zip.ZipFile("/srv/" + f); } // finding: path-traversal
    @GetMapping("/24") Object x(@RequestParam String f) throws IOException { return new RandomAccessFile("/srv/" + f, "r").length(); } // finding: path-traversal
    @GetMapping("/25") Object y(@RequestParam String f) throws IOException { return com.google.common.io.Files.asCharSource(new File("/srv/" + f), null).read(); } // finding: path-traversal
    @GetMapping("/26") Object z(@RequestParam String f) throws IOException { var p = Path.of("/srv").resolve(f); return java.nio.channels.FileChannel.open(p); } // finding: path-traversal
    @GetMapping("/27") Object a1(@RequestParam String f) throws Exception { return new javax.sql.rowset.serial.SerialBlob(new FileInputStream(new File(new File("/srv"), f)).readAllBytes()); } // finding: path-traversal
    @GetMapping("/28") Object a2(@RequestParam String f) throws Exception { return new java.util.jar.JarFile(new File("/p", f)); } // finding: path-traversal
    @GetMapping("/29") Object a3(@RequestParam String f) throws Exception { Properties p = new Properties(); p.load(new FileReader("/srv/" + f)); return p; } // finding: path-traversal
}
