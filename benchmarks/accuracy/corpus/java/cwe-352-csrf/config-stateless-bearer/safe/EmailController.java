package api.config;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class EmailController {
    private final Map<String, String> emails = new ConcurrentHashMap<>();

    @PostMapping("/email")
    public void change(Principal user, @RequestParam String email) {
        emails.put(user.getName(), email);
    }
}
