package club.rowing.web;

import static spark.Spark.get;
import static spark.Spark.staticFiles;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.owasp.encoder.Encode;
import spark.Request;
import spark.Response;

public class NoticeBoard {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM");

  public static void main(String[] args) {
    staticFiles.location("/public");
    get("/notices", NoticeBoard::show);
    get("/tides", (req, res) -> "{\"high\":\"06:14\"}");
  }

  static Object show(Request req, Response res) {
    res.type("text/html; charset=utf-8");
    String crew = req.queryParamOrDefault("crew", "all crews");
    String day = LocalDate.now().format(DAY);
    return """
        <!doctype html>
        <title>Notices</title>
        <h1>Notices for %s</h1>
        <a title="%s" href="/notices">reset</a>
        <p>No outings planned on %s.</p>
        """.formatted(crew, Encode.forHtmlAttribute(crew), day);
  }
}
