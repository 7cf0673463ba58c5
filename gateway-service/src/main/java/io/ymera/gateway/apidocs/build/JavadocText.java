package io.ymera.gateway.apidocs.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Javadoc comment as Markdown.
 *
 * @param main the first paragraph; empty if it only names the request that a record is the body of
 * @param parameters what is said of each, from {@code @param}
 */
record JavadocText(String main, Map<String, String> parameters) {

    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern PARAMETER = Pattern.compile("(?s)(\\w+)\\s+(.*)");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^\\s}]+)(?:\\s+([^}]*))?}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+[^}]*}");
    private static final Pattern BODY =
            Pattern.compile("[;,]?\\s*[Tt]he body of `[^`]*`(?:, which may be missing)?[.;]?\\s*");
    private static final Pattern MEMBER = Pattern.compile("`([a-z]+(?:[A-Z][a-z]+)+)`");
    private static final Pattern OR_NULL = Pattern.compile("[,;]? or null\\b");
    private static final Pattern NULL = Pattern.compile("(?<!`)\\bnull\\b(?!`)");

    static JavadocText parse(String comment) {
        Matcher tags = TAG.matcher(comment);
        String main = comment;
        Map<String, String> parameters = new LinkedHashMap<>();
        int begin = -1;
        String tag = "";
        while (tags.find()) {
            if (begin < 0) {
                main = comment.substring(0, tags.start());
            } else {
                addParameter(parameters, tag, comment.substring(begin, tags.start()));
            }
            begin = tags.end();
            tag = tags.group(1);
        }
        if (begin >= 0) {
            addParameter(parameters, tag, comment.substring(begin));
        }
        return new JavadocText(ended(sentence(main.split("<p>|<pre>", 2)[0])), parameters);
    }

    private static String ended(String sentence) {
        return sentence.isEmpty() || sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static void addParameter(Map<String, String> parameters, String tag, String text) {
        Matcher named = PARAMETER.matcher(text.strip());
        if (tag.equals("param") && named.matches()) {
            String words = sentence(named.group(2));
            if (!words.isEmpty()) {
                parameters.put(named.group(1), words);
            }
        }
    }

    /** Empty if something is in it that means nothing outside of the code. */
    private static String sentence(String javadoc) {
        String text = javadoc.strip().replaceAll("\\s+", " ");
        text = CODE.matcher(text).replaceAll("`$1`");
        if (LINK.matcher(text).find() || INLINE.matcher(text).find()) {
            return "";
        }
        text = BODY.matcher(text).replaceAll("");
        text = MEMBER.matcher(text)
                .replaceAll(member -> "`" + SnakeCaseStrategy.INSTANCE.translate(member.group(1)) + "`");
        // What is null here is left out on the wire
        text = NULL.matcher(OR_NULL.matcher(text).replaceAll("")).replaceAll("left out");
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
