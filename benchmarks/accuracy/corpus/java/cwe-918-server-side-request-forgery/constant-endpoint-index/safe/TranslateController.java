package translate;

import feign.Feign;
import feign.RequestLine;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TranslateController {
    private static final int DEFAULT = "translate".length() - 9;

    interface Engine {
        @RequestLine("GET /languages")
        String languages();
    }

    @GetMapping("/languages")
    String languages(@RequestParam String engine) {
        String[] endpoints = new String[3];
        Arrays.fill(endpoints, "https://translate.example.com");
        endpoints[2] = engine;
        return Feign.builder().target(Engine.class, endpoints[DEFAULT]).languages();
    }
}
