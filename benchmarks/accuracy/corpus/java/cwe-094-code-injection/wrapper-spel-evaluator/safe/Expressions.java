package rules;

import org.springframework.expression.EvaluationContext;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

final class Expressions {
    private static final SpelExpressionParser PARSER = new SpelExpressionParser();

    private Expressions() {}

    static <T> T value(String expression, Object root, Class<T> type) {
        return PARSER.parseExpression(expression).getValue(context(root), type);
    }

    private static EvaluationContext context(Object root) {
        if (root == null) {
            return SimpleEvaluationContext.forReadOnlyDataBinding().build();
        }
        return SimpleEvaluationContext.forReadOnlyDataBinding().withRootObject(root).build();
    }
}
