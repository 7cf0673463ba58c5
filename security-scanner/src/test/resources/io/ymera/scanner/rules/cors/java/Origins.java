import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

@RestController
class Origins {
    @CrossOrigin("*") // finding: cors
    @GetMapping("/a")
    String a() { return "a"; }

    @CrossOrigin(origins = "https://shop.example")
    @GetMapping("/b")
    String b() { return "b"; }

    void all(CorsRegistry registry, HttpServletResponse response) {
        registry.addMapping("/**").allowedOrigins("*"); // finding: cors
        registry.addMapping("/**").allowedOrigins("https://shop.example");
        response.setHeader("Access-Control-Allow-Origin", "*"); // finding: cors
    }
}
