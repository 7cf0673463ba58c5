package config.tree;

import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;

final class Nodes {
    private Nodes() {}

    static Node child(Node parent, String name) throws XPathExpressionException {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return (Node) xpath.evaluate("./" + element(name) + "[1]", parent, XPathConstants.NODE);
    }

    private static String element(String name) {
        return name.strip();
    }
}
