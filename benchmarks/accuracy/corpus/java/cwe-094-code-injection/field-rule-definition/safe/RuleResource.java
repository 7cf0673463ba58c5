package fees;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.springframework.expression.common.TemplateParserContext;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.context.expression.MapAccessor;

@Path("/rules")
public class RuleResource {
    private final SpelExpressionParser parser = new SpelExpressionParser();

    @POST
    public boolean tryOut(@QueryParam("text") String text, @QueryParam("amount") int amount) {
        Rule rule = new Rule(text);
        StandardEvaluationContext context = new StandardEvaluationContext(Map.of("amount", amount, "rule", rule.name()));
        context.addPropertyAccessor(new MapAccessor());
        return Boolean.TRUE.equals(parser.parseExpression(rule.condition(), new TemplateParserContext())
                .getValue(context, Boolean.class));
    }
}
