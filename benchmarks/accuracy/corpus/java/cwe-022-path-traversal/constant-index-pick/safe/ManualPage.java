package manual;

import java.io.File;
import java.io.IOException;
import java.util.Scanner;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ManualPage {
    private static final int CHAPTERS = 7;

    @GetMapping("/manual")
    String page(@RequestParam String page) throws IOException {
        String[] pages = {"intro.txt", page, "index.txt"};
        int chosen = CHAPTERS % 2 + 1;
        try (Scanner scanner = new Scanner(new File("/srv/manual", pages[chosen]))) {
            return scanner.useDelimiter("\\A").next();
        }
    }
}
