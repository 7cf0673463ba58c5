import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.*;
import org.w3c.dom.Document;

class Books {
    void find(HttpServletRequest request, Document document) throws XPathExpressionException {
        XPath xpath = XPathFactory.newInstance().newXPath();
        String title = request.getParameter("title");
        xpath.evaluate("//book[title='" + title + "']", document); // finding: xpath-injection
        XPathExpression expression = xpath.compile("//book[title='" + title + "']/price"); // finding: xpath-injection
        xpath.setXPathVariableResolver(name -> title);
        xpath.evaluate("//book[title=$title]", document);
    }
}
