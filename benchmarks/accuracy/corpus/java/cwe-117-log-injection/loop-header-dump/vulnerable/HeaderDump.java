package gateway.dump;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

public class HeaderDump extends HttpServlet {
    private static final Log LOG = LogFactory.getLog(HeaderDump.class);

    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        for (String name : Collections.list(request.getHeaderNames())) {
            String value = URLDecoder.decode(request.getHeader(name), StandardCharsets.UTF_8);
            LOG.info("header " + name.length() + " = " + value);
        }
        response.setStatus(204);
    }
}
