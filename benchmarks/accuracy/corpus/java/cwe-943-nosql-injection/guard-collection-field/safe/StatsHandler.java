package stats;

import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class StatsHandler extends HttpServlet {
    private static final Pattern WORD = Pattern.compile("[a-z]{1,20}");

    private final transient MongoDatabase database;

    public StatsHandler(MongoDatabase database) {
        this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String city = request.getParameter("city");
        if (!WORD.matcher(city).matches()) {
            response.setStatus(400);
            return;
        }
        BasicDBObject filter = BasicDBObject.parse("{ city: '" + city + "', open: true }");
        response.getWriter().print(database.getCollection("shops").countDocuments(filter));
    }
}
