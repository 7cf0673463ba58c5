package io.farefinder.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

@Provider
public class ClientTrace implements ContainerRequestFilter {

    private static final Logger TRACE = Logger.getLogger("trace");

    public ClientTrace() throws IOException {
        FileHandler file = new FileHandler("/var/log/farefinder/trace-%g.log", 10_000_000, 5, true);
        file.setFormatter(new SimpleFormatter());
        TRACE.setUseParentHandlers(false);
        TRACE.addHandler(file);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String client = request.getUriInfo().getQueryParameters().getFirst("client");
        if (client != null) {
            TRACE.info("request of client " + oneLine(client));
        }
    }

    private static String oneLine(String text) {
        String line = text.length() > 200 ? text.substring(0, 200) : text;
        line = line.replaceAll("\\p{Cntrl}", "_");
        return line;
    }
}
