package letters;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LetterController {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);

    @PostMapping("/letters/preview")
    String preview(@RequestBody String greeting) throws IOException, TemplateException {
        String source = "<p>" + greeting + "</p><p>${sender?html}</p>";
        StringWriter out = new StringWriter();
        new Template("letter", new StringReader(source), configuration)
                .process(Map.of("sender", "Team", "greeting", greeting), out);
        return out.toString();
    }
}
