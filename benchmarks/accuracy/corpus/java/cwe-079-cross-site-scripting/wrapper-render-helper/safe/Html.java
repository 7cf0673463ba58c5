package ui;

import java.util.Arrays;
import java.util.stream.Collectors;

final class Html {
    private Html() {}

    static String tag(String name, String... children) {
        return "<" + name + ">" + String.join("", children) + "</" + name + ">";
    }

    static String list(String... items) {
        return Arrays.stream(items).map(i -> tag("li", i)).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    static String text(String value) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
