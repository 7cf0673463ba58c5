package com.parcelkit.labels;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.server.ResponseStatusException;

@Controller
public class ShipmentLabelController {

    private static final Set<String> CARRIERS = Set.of("labels.dhx.example", "print.upz.example", "api.gtn.example");

    private final RestTemplate rest;

    public ShipmentLabelController(RestTemplate rest) {
        this.rest = rest;
    }

    @PostMapping(value = "/labels/fetch", produces = MediaType.APPLICATION_PDF_VALUE)
    public ResponseEntity<byte[]> fetch(@RequestParam("url") String url) {
        URI uri = parse(url);
        byte[] pdf = rest.getForObject(uri, byte[].class);
        return ResponseEntity.ok().header("X-Content-Type-Options", "nosniff").body(pdf);
    }

    private static URI parse(String url) {
        try {
            URI uri = URI.create(url);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            if ("https".equals(uri.getScheme()) && CARRIERS.stream().anyMatch(host::equals)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
