import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.web.bind.annotation.*;

@RestController
class Discounts {
    @GetMapping("/discount")
    Object discount(@RequestParam String rule) {
        ExpressionParser parser = new SpelExpressionParser();
        Expression expression = parser.parseExpression(rule);
        StandardEvaluationContext context = new StandardEvaluationContext();
        context.setVariable("rule", rule);
        parser.parseExpression("#rule.length()").getValue(context);
        return expression.getValue(); // finding: expression-injection
    }
}
