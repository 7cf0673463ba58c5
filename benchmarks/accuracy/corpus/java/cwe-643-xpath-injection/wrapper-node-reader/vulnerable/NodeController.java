package config.tree;

import javax.xml.xpath.XPathExpressionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

@RestController
class NodeController {
    private final Node shared;

    NodeController(Document document) {
        this.shared = document.getElementsByTagName("shared").item(0);
    }

    @GetMapping("/config")
    String value(@RequestParam String name) throws XPathExpressionException {
        Node node = Nodes.child(shared, name);
        return node == null ? "" : node.getTextContent();
    }
}
