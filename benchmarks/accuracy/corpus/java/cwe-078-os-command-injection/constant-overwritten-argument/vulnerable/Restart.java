package ops;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;

@Controller("/services")
public class Restart {
    @Post("/restart")
    public String restart(@QueryValue String unit) throws IOException {
        String name = unit.toLowerCase();
        if (name.isBlank()) {
            name = "gateway";
        }
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "sudo systemctl restart " + name});
        return "ok";
    }
}
