package shop.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductMatcher {
    private final List<String> names;

    ProductMatcher(List<String> names) {
        this.names = names;
    }

    @GetMapping("/products/match")
    List<String> match(@RequestParam String text, @RequestParam(defaultValue = "plain") String mode) {
        if (mode.equals("plain")) {
            return names.stream().filter(name -> name.contains(text)).toList();
        }
        Pattern pattern = Pattern.compile(text);
        return names.stream()
                .filter(name -> {
                    Matcher matcher = pattern.matcher(name);
                    return matcher.matches();
                })
                .toList();
    }
}
