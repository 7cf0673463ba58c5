package prefs;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

public class PreferenceFilter {
    Map<?, ?> preferences(HttpServletRequest request) throws IOException, ClassNotFoundException {
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("prefs")) {
                byte[] content = Base64.getUrlDecoder().decode(cookie.getValue());
                ByteArrayInputStream in = new ByteArrayInputStream(content);
                return new ObjectMapper().readValue(in, Map.class);
            }
        }
        return Map.of();
    }
}
