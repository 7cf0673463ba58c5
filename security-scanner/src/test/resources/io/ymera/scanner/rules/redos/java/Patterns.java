import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Patterns {
    private static final Pattern WORDS = Pattern.compile("^(\\w+\\s?)*$");
    private static final Pattern NUMBER = Pattern.compile("^[0-9]{1,9}$");

    boolean check(HttpServletRequest request) {
        String text = request.getParameter("text");
        boolean bad = text.matches("(a+)+$"); // finding: redos
        boolean good = text.matches("a+$");
        return NUMBER.matcher(text).matches();
    }

    boolean words(HttpServletRequest request) {
        return WORDS.matcher(request.getParameter("text")).matches(); // finding: redos
    }
}
