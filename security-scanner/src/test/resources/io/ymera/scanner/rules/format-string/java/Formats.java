import javax.servlet.http.HttpServletRequest;

class Formats {
    String of(HttpServletRequest request) {
        String format = request.getParameter("format");
        String.format("%s", format);
        return String.format(format, 1); // finding: format-string
    }
}
