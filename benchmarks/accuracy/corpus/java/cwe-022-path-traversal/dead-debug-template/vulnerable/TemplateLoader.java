package mailer;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;

class TemplateLoader {
    private static final String EDITION = "enterprise";

    String load(HttpServletRequest request) throws IOException {
        String template = "default.txt";
        if (EDITION.equals("enterprise")) {
            template = request.getParameter("template");
        }
        try (BufferedReader reader = new BufferedReader(new FileReader("/etc/mailer/templates/" + template))) {
            return reader.lines().collect(Collectors.joining("\n"));
        }
    }
}
