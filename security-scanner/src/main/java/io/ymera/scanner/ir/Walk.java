package io.ymera.scanner.ir;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through everything that is in a statement or expression, functions that are made there included, classes not. */
public final class Walk {

    private final Consumer<Statement> statements;
    private final Consumer<Expression> expressions;

    /** One that shows each statement and each expression before what is in it. */
    public Walk(Consumer<Statement> statements, Consumer<Expression> expressions) {
        this.statements = statements;
        this.expressions = expressions;
    }

    /** All of a statement. */
    public void through(Statement statement) {
        statements.accept(statement);
        switch (statement) {
            case Statement.Evaluate it -> through(it.expression());
            case Statement.Declare it -> through(it.value());
            case Statement.Block it -> it.statements().forEach(this::through);
            case Statement.If it -> {
                through(it.test());
                through(it.then());
                through(it.otherwise());
            }
            case Statement.Loop it -> {
                through(it.test());
                through(it.body());
                through(it.update());
            }
            case Statement.ForEach it -> {
                through(it.target());
                through(it.iterable());
                through(it.body());
            }
            case Statement.Switch it -> {
                through(it.subject());
                it.cases().forEach(each -> {
                    all(each.labels());
                    through(each.body());
                });
            }
            case Statement.Try it -> {
                through(it.body());
                it.catches().forEach(each -> through(each.body()));
                through(it.last());
            }
            case Statement.Return it -> through(it.value());
            case Statement.Throw it -> through(it.value());
            case Statement.Labelled it -> through(it.statement());
            case Statement.Break it -> {}
            case Statement.Continue it -> {}
            case Statement.DeclareClass it -> {}
        }
    }

    /** All of an expression, if there is one. */
    public void through(@Nullable Expression expression) {
        if (expression == null) {
            return;
        }
        expressions.accept(expression);
        switch (expression) {
            case Expression.Literal it -> {}
            case Expression.Name it -> {}
            case Expression.Symbol it -> {}
            case Expression.Member it -> through(it.object());
            case Expression.Element it -> {
                through(it.object());
                through(it.index());
            }
            case Expression.Call it -> {
                through(it.callee());
                it.arguments().forEach(argument -> through(argument.value()));
            }
            case Expression.New it -> {
                through(it.type());
                it.arguments().forEach(argument -> through(argument.value()));
            }
            case Expression.Operation it -> all(it.operands());
            case Expression.Conditional it -> {
                through(it.test());
                through(it.then());
                through(it.otherwise());
            }
            case Expression.Text it -> all(it.parts());
            case Expression.Collection it ->
                it.entries().forEach(entry -> {
                    through(entry.key());
                    through(entry.value());
                });
            case Expression.Comprehension it -> {
                it.clauses().forEach(clause -> {
                    through(clause.target());
                    through(clause.iterable());
                    all(clause.conditions());
                });
                through(it.key());
                through(it.value());
            }
            case Expression.Function it -> through(it.declaration());
            case Expression.Assignment it -> {
                through(it.target());
                through(it.value());
            }
            case Expression.Unknown it -> all(it.parts());
        }
    }

    /** The presets and the body of a function. */
    public void through(FunctionDeclaration function) {
        function.parameters().forEach(parameter -> through(parameter.preset()));
        through(function.body());
    }

    private void all(List<Expression> expressions) {
        expressions.forEach(this::through);
    }
}
