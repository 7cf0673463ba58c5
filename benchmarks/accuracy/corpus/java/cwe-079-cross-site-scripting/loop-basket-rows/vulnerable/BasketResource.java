package shop.basket;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

@Path("/basket")
public class BasketResource {
    @GET
    @Produces(MediaType.TEXT_HTML)
    public String rows(@QueryParam("item") List<String> items) {
        StringBuilder html = new StringBuilder("<table>");
        int row = 1;
        for (String item : items) {
            html.append("<tr><td>").append(row++).append("</td><td>");
            html.append(item).append("</td></tr>");
        }
        return html.append("</table>").toString();
    }
}
