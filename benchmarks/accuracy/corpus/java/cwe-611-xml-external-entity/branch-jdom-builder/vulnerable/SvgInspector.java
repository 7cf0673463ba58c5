package icons;

import java.io.IOException;
import java.io.InputStream;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class SvgInspector {
    @PostMapping("/icons")
    String title(@RequestParam MultipartFile icon, @RequestParam(defaultValue = "false") boolean strict)
            throws IOException, JDOMException {
        SAXBuilder builder = new SAXBuilder();
        if (strict) {
            builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        }
        try (InputStream in = icon.getInputStream()) {
            Document document = builder.build(in);
            return document.getRootElement().getChildTextTrim("title");
        }
    }
}
