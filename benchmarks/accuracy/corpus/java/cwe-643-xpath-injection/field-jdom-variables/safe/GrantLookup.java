package eu.fundtrack.grants;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jdom2.xpath.XPathExpression;
import org.jdom2.xpath.XPathFactory;

@Path("grants")
public class GrantLookup {

	private static final XPathFactory XPATHS = XPathFactory.instance();

	private final Map<String, Object> variables = new HashMap<>();
	private final Document register;
	private String condition = "@published = 'true'";

	@Inject
	public GrantLookup(Document register) {
		this.register = register;
	}

	@GET
	@Path("{country}")
	@Produces(MediaType.APPLICATION_JSON)
	public List<String> byCountry(@PathParam("country") String country, @HeaderParam("X-Programme") String programme) {
		restrict("country", country);
		if (programme != null) {
			restrict("programme", programme);
		}
		XPathExpression<Element> expression = XPATHS.compile(
				"/register/grant[" + condition + "]", Filters.element(), variables);
		return expression.evaluate(register).stream()
				.map(g -> g.getChildTextTrim("title"))
				.collect(Collectors.toList());
	}

	private void restrict(String attribute, String value) {
		variables.put(attribute, value);
		condition += " and @" + attribute + " = $" + attribute;
	}

	@GET
	@Produces(MediaType.APPLICATION_JSON)
	public Map<String, Integer> summary() {
		return Collections.singletonMap("grants", register.getRootElement().getChildren("grant").size());
	}
}
