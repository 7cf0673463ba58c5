package io.ymera.scanner.java;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.Argument;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Span;
import io.ymera.scanner.ir.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Methods without a body whose annotation has a statement into which the library puts some of the arguments as text: MyBatis does that for
 * <code>${name}</code>, JDBI for <code>&lt;name&gt;</code>. They get the body that the library gives them: the statement is put together and
 * handed to the annotation. What is bound as a value (<code>#{name}</code>, <code>:name</code>) takes no part in it.
 */
final class DeclaredQueries {

    private static final Pattern MYBATIS = Pattern.compile("\\$\\{\\s*([A-Za-z_][\\w.]*)\\s*}");
    private static final Pattern JDBI = Pattern.compile("<([A-Za-z_][\\w.]*)>");
    private static final String IBATIS = "org.apache.ibatis.annotations.";
    private static final String SQL_OBJECT = "org.jdbi.v3.sqlobject.statement.";
    private static final Map<String, Pattern> PLACES = Map.of(
            IBATIS + "Select", MYBATIS,
            IBATIS + "Update", MYBATIS,
            IBATIS + "Insert", MYBATIS,
            IBATIS + "Delete", MYBATIS,
            SQL_OBJECT + "SqlQuery", JDBI,
            SQL_OBJECT + "SqlUpdate", JDBI,
            SQL_OBJECT + "SqlBatch", JDBI);
    /** Annotations that give parameters the names by which statements know them. */
    private static final List<String> NAMING = List.of(IBATIS + "Param", "org.jdbi.v3.sqlobject.customizer.Define");

    private DeclaredQueries() {}

    /** The body of a method with such an annotation; empty if there is none, or if it puts nothing into its statement. */
    static Optional<Statement> body(List<Annotation> annotations, List<Parameter> parameters, Span span) {
        for (Annotation annotation : annotations) {
            Pattern places = PLACES.get(annotation.name());
            if (places != null) {
                List<Expression> parts = new ArrayList<>();
                annotation.arguments().stream()
                        .filter(argument -> argument.name() == null)
                        .forEach(argument -> texts(argument.value(), places, parameters, parts));
                if (parts.stream().anyMatch(part -> !(part instanceof Expression.Literal))) {
                    Expression statement = new Expression.Text(parts, span);
                    Expression given = new Expression.Call(
                            new Expression.Symbol(annotation.name(), span), List.of(Argument.of(statement)), span);
                    return Optional.of(new Statement.Return(given, span));
                }
            }
        }
        return Optional.empty();
    }

    /** Adds the parts of a statement, which may be written as one text, as a sum or as a list of several. */
    private static void texts(Expression text, Pattern places, List<Parameter> parameters, List<Expression> parts) {
        switch (text) {
            case Expression.Literal(String words, Span span) -> split(words, span, places, parameters, parts);
            case Expression.Text sum -> sum.parts().forEach(part -> texts(part, places, parameters, parts));
            case Expression.Operation sum -> sum.operands().forEach(part -> texts(part, places, parameters, parts));
            case Expression.Collection all ->
                all.entries().forEach(entry -> texts(entry.value(), places, parameters, parts));
            default -> {}
        }
    }

    private static void split(
            String words, Span span, Pattern places, List<Parameter> parameters, List<Expression> parts) {
        Matcher place = places.matcher(words);
        int end = 0;
        while (place.find()) {
            Expression value = named(place.group(1).split("\\."), parameters, span);
            if (value != null) {
                parts.add(new Expression.Literal(words.substring(end, place.start()), span));
                parts.add(value);
                end = place.end();
            }
        }
        parts.add(new Expression.Literal(words.substring(end), span));
    }

    /** What a name in a statement stands for: a parameter, or a property of the only one. */
    private static @Nullable Expression named(String[] path, List<Parameter> parameters, Span span) {
        Expression value = null;
        int from = 1;
        for (Parameter parameter : parameters) {
            if (name(parameter).equals(path[0])) {
                value = parameter.target();
            }
        }
        if (value == null && parameters.size() == 1) {
            value = parameters.getFirst().target();
            from = 0;
        }
        for (int i = from; value != null && i < path.length; i++) {
            value = new Expression.Member(value, path[i], span);
        }
        return value;
    }

    private static String name(Parameter parameter) {
        for (Annotation annotation : parameter.annotations()) {
            boolean names = NAMING.contains(annotation.name())
                    && !annotation.arguments().isEmpty();
            if (names
                    && annotation.arguments().getFirst().value() instanceof Expression.Literal(String name, Span at)) {
                return name;
            }
        }
        return parameter.name();
    }
}
