package accounts;

import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

public class AccountLookup {
    private final Document accounts;

    public AccountLookup(Document accounts) {
        this.accounts = accounts;
    }

    public String role(HttpServletRequest request) throws XPathExpressionException {
        String pin = request.getParameter("pin");
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate("//account[pin='" + pin + "']/role", accounts);
    }
}
