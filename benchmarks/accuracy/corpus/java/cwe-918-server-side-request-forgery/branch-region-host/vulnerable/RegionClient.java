package weather;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
class RegionClient {
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/forecast")
    String forecast(@RequestHeader("X-Region") String region) {
        String host;
        switch (region) {
            case "eu":
                host = "eu.weather.example.com";
                break;
            case "us":
                host = "us.weather.example.com";
                break;
            default:
                host = region + ".weather.example.com";
        }
        return rest.getForObject("https://" + host + "/v1/today", String.class);
    }
}
