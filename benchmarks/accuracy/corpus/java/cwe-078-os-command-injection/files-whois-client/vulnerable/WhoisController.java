package domains;

import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class WhoisController {
    private final WhoisClient client = new WhoisClient(new Shell());

    @RequestMapping(value = "/whois/{domain:.+}", produces = "text/plain")
    @ResponseBody
    String whois(@PathVariable String domain) throws IOException {
        return client.query(domain);
    }
}
