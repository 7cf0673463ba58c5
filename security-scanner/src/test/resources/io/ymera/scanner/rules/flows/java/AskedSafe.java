import javax.xml.xpath.*;
import java.io.*; import java.util.*; import java.util.stream.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;
@RestController
class AskedSafe {
    private XPath xpath; private org.w3c.dom.Document doc;
    @GetMapping("/x2") Object x2(@RequestParam String u) throws Exception { if (u.contains("'")) return null; return xpath.evaluate("//user[@name='" + u + "']", doc); }
    @PostMapping("/u5") void u5(@RequestParam MultipartFile file) throws IOException {
        if (!file.getOriginalFilename().endsWith(".png")) throw new IllegalArgumentException();
        file.transferTo(java.nio.file.Path.of("/srv/up").resolve(java.nio.file.Path.of(file.getOriginalFilename()).getFileName()));
    }
    @PostMapping("/u6") void u6(@RequestParam MultipartFile file) throws IOException {
        String name = java.nio.file.Path.of(file.getOriginalFilename()).getFileName().toString();
        boolean ok = false;
        for (String e : new String[] {".png", ".jpg"}) if (name.toLowerCase().endsWith(e)) ok = true;
        if (!ok) throw new IllegalArgumentException();
        file.transferTo(java.nio.file.Path.of("/srv/up").resolve(name));
    }
    @PostMapping("/u7") void u7(@RequestParam MultipartFile file) throws IOException {
        String name = java.nio.file.Path.of(file.getOriginalFilename()).getFileName().toString();
        if (Stream.of(".png", ".jpg").noneMatch(name::endsWith)) throw new IllegalArgumentException();
        file.transferTo(java.nio.file.Path.of("/srv/up").resolve(name));
    }
    @PostMapping("/u8") void u8(@RequestParam MultipartFile file) throws IOException {
        String name = java.nio.file.Path.of(file.getOriginalFilename()).getFileName().toString();
        if (List.of(".png", ".jpg").stream().noneMatch(e -> name.endsWith(e))) throw new IllegalArgumentException();
        file.transferTo(java.nio.file.Path.of("/srv/up").resolve(name));
    }
}
