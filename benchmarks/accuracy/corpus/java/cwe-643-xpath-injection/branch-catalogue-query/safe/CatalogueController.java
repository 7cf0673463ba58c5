package catalogue.query;

import java.util.List;
import org.dom4j.Document;
import org.dom4j.Node;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CatalogueController {
    private final Document catalogue;

    CatalogueController(Document catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue")
    List<String> names(@RequestParam String key, @RequestParam(defaultValue = "false") boolean exact) {
        String path = "/catalogue/item/name";
        if (exact) {
            path = "/catalogue/item[@id=" + Integer.parseInt(key) + "]/name";
        }
        return catalogue.selectNodes(path).stream().map(Node::getText).toList();
    }
}
