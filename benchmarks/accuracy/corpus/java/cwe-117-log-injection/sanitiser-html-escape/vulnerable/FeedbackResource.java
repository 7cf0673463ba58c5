package feedback;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

@Path("/feedback")
public class FeedbackResource {
    private static final Logger LOGGER = LogManager.getLogger();

    @POST
    public void send(@FormParam("text") String text) {
        LOGGER.info("Feedback received: {}", StringEscapeUtils.escapeHtml4(text));
    }
}
