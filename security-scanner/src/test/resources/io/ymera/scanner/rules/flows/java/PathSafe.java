import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;
import org.apache.commons.io.FilenameUtils;
import org.springframework.core.io.*;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

@RestController
class PathSafe {
    private static final Path ROOT = Paths.get("/srv/files").toAbsolutePath().normalize();
    private final Path root;
    private static final Pattern NAME = Pattern.compile("^[A-Za-z0-9_-]+\\.pdf$");
    private static final Map<String, Path> KNOWN = Map.of("terms", Path.of("/srv/terms.pdf"));
    PathSafe(@org.springframework.beans.factory.annotation.Value("${files.root}") String root) { this.root = Path.of(root).toAbsolutePath().normalize(); }

    @GetMapping("/1") byte[] a(@RequestParam String name) throws IOException {
        Path file = ROOT.resolve(name).normalize();
        if (!file.startsWith(ROOT)) throw new IllegalArgumentException();
        return Files.readAllBytes(file);
    }
    @GetMapping("/2") byte[] b(@RequestParam String name) throws IOException {
        Path file = root.resolve(name).normalize();
        if (file.startsWith(root)) { return Files.readAllBytes(file); }
        return null;
    }
    @GetMapping("/3") byte[] c(@RequestParam String name) throws IOException {
        File base = new File("/srv/files");
        File file = new File(base, name);
        if (!file.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) throw new SecurityException();
        try (InputStream in = new FileInputStream(file)) { return in.readAllBytes(); }
    }
    @GetMapping("/4") byte[] d(@RequestParam String name) throws IOException {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException();
        return Files.readAllBytes(ROOT.resolve(name));
    }
    @GetMapping("/5") byte[] e(@RequestParam String name) throws IOException {
        String clean = FilenameUtils.getName(name);
        return Files.readAllBytes(ROOT.resolve(clean));
    }
    @GetMapping("/6") byte[] f(@RequestParam String name) throws IOException {
        return Files.readAllBytes(ROOT.resolve(Path.of(name).getFileName()));
    }
    @GetMapping("/7") byte[] g(@RequestParam String key) throws IOException {
        Path file = KNOWN.get(key);
        return file == null ? null : Files.readAllBytes(file);
    }
    @GetMapping("/8/{id}") byte[] h(@PathVariable UUID id) throws IOException { return Files.readAllBytes(ROOT.resolve(id + ".pdf")); }
    @GetMapping("/9") byte[] i(@RequestParam String name) throws IOException {
        if (name.contains("..") || name.contains("/") || name.contains("\\")) throw new IllegalArgumentException();
        return Files.readAllBytes(ROOT.resolve(name));
    }
    private Path inside(String name) {
        Path file = ROOT.resolve(name).normalize();
        if (!file.startsWith(ROOT)) throw new IllegalArgumentException("outside");
        return file;
    }
    @GetMapping("/10") byte[] j(@RequestParam String name) throws IOException { return Files.readAllBytes(inside(name)); }
    private static boolean isInside(Path base, Path p) { return p.normalize().toAbsolutePath().startsWith(base); }
    @GetMapping("/11") byte[] k(@RequestParam String name) throws IOException {
        Path p = ROOT.resolve(name).normalize();
        if (!isInside(ROOT, p)) return null;
        return Files.readAllBytes(p);
    }
    @GetMapping("/12") byte[] l(@RequestParam String name) throws IOException {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_").replace("..", "_");
        return Files.readAllBytes(ROOT.resolve(clean));
    }
    @GetMapping("/13") Resource m(@RequestParam String name) throws IOException {
        String path = StringUtils.cleanPath(name);
        if (path.contains("..")) throw new IllegalArgumentException();
        return new FileSystemResource(ROOT.resolve(path));
    }
    @PostMapping("/14") void n(@RequestParam MultipartFile file) throws IOException {
        Path target = ROOT.resolve(UUID.randomUUID() + ".bin");
        file.transferTo(target);
        Files.copy(file.getInputStream(), target, StandardCopyOption.REPLACE_EXISTING);
    }
    @GetMapping("/15") byte[] o(@RequestParam String lang) throws IOException {
        String file = switch (lang) { case "de", "en" -> lang; default -> "en"; };
        return getClass().getResourceAsStream("/texts/" + file + ".txt").readAllBytes();
    }
    @GetMapping("/16") byte[] p(@RequestParam String name) throws IOException {
        Path real = ROOT.resolve(name).toRealPath();
        if (!real.startsWith(ROOT.toRealPath())) throw new AccessDeniedException(name);
        return Files.readAllBytes(real);
    }
    @GetMapping("/17") byte[] q(@RequestParam String name) throws IOException {
        File file = new File(ROOT.toFile(), name).getCanonicalFile();
        if (!file.toPath().startsWith(ROOT)) throw new IOException();
        return new FileInputStream(file).readAllBytes();
    }
    @GetMapping("/18") byte[] r(@RequestParam String name) throws IOException {
        try (var files = Files.list(ROOT)) {
            Path found = files.filter(p -> p.getFileName().toString().equals(name)).findFirst().orElseThrow();
            return Files.readAllBytes(found);
        }
    }
    @GetMapping("/19") byte[] s(@RequestParam String name) throws IOException {
        for (File f : new File("/srv").listFiles()) { if (f.getName().equals(name)) return Files.readAllBytes(f.toPath()); }
        return null;
    }
    @GetMapping("/20") byte[] t(@RequestParam int year) throws IOException { return Files.readAllBytes(Path.of("/srv/reports/" + year + ".csv")); }
    @GetMapping("/21") byte[] u(@RequestParam String day) throws IOException {
        var date = java.time.LocalDate.parse(day);
        return Files.readAllBytes(Path.of("/srv/reports/" + date.format(java.time.format.DateTimeFormatter.ISO_DATE) + ".csv"));
    }
    @GetMapping("/22") byte[] v(@RequestParam String name) throws IOException {
        Path p = ROOT.resolve(name).normalize();
        if (!p.getParent().equals(ROOT)) throw new IOException();
        return Files.readAllBytes(p);
    }
    @GetMapping("/23") byte[] w(@RequestParam String name) throws IOException {
        String hash = java.util.HexFormat.of().formatHex(digest(name));
        return Files.readAllBytes(ROOT.resolve(hash));
    }
    private static byte[] digest(String s) { try { return java.security.MessageDigest.getInstance("SHA-256").digest(s.getBytes()); } catch (Exception e) { throw new RuntimeException(e); } }
    @GetMapping("/25") byte[] y(@RequestParam String name) throws IOException {
        org.springframework.util.Assert.isTrue(name.matches("[a-z]+"), "bad");
        return Files.readAllBytes(ROOT.resolve(name));
    }
    @GetMapping("/26") byte[] z(@RequestParam String name) throws IOException {
        com.google.common.base.Preconditions.checkArgument(NAME.matcher(name).matches());
        return Files.readAllBytes(ROOT.resolve(name));
    }
    @GetMapping("/27") byte[] aa(@jakarta.validation.constraints.Pattern(regexp = "[a-z0-9-]+") @RequestParam String name) throws IOException { return Files.readAllBytes(ROOT.resolve(name)); }
    @GetMapping("/28/{name:[a-z]+}") byte[] bb(@PathVariable String name) throws IOException { return Files.readAllBytes(ROOT.resolve(name)); }
    @GetMapping("/29") byte[] cc(@RequestParam String name) throws IOException {
        Path p = ROOT.resolve(name).normalize();
        if (p.startsWith(ROOT) && Files.isRegularFile(p)) return Files.readAllBytes(p);
        throw new FileNotFoundException();
    }
    enum Kind { A, B }
    @GetMapping("/30") byte[] dd(@RequestParam Kind kind) throws IOException { return Files.readAllBytes(ROOT.resolve(kind + ".txt")); }
    @GetMapping("/31") byte[] ee(@RequestParam Kind kind) throws IOException { return Files.readAllBytes(ROOT.resolve(kind.name().toLowerCase(Locale.ROOT))); }
    void unzip(InputStream in, Path target) throws IOException {
        try (var zip = new java.util.zip.ZipInputStream(in)) {
            java.util.zip.ZipEntry e;
            while ((e = zip.getNextEntry()) != null) {
                Path out = target.resolve(e.getName()).normalize();
                if (!out.startsWith(target)) throw new IOException("slip");
                if (e.isDirectory()) { Files.createDirectories(out); continue; }
                Files.createDirectories(out.getParent());
                Files.copy(zip, out);
            }
        }
    }
    void unzip2(File dest, java.util.zip.ZipFile zip) throws IOException {
        for (var en = zip.entries(); en.hasMoreElements();) {
            var e = en.nextElement();
            File f = new File(dest, e.getName());
            String canonical = f.getCanonicalPath();
            if (!canonical.startsWith(dest.getCanonicalPath() + File.separator)) { throw new IOException("bad entry"); }
            try (var o = new FileOutputStream(f)) { zip.getInputStream(e).transferTo(o); }
        }
    }
}
