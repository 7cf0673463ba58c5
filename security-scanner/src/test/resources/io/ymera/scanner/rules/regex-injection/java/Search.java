import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Search {
    boolean find(HttpServletRequest request, String text) {
        String query = request.getParameter("q");
        Pattern.compile(query).matcher(text).find(); // finding: regex-injection
        Pattern.compile(Pattern.quote(query)).matcher(text).find();
        query.matches("[a-z]+");
        return text.matches(".*" + query + ".*"); // finding: regex-injection
    }
}
