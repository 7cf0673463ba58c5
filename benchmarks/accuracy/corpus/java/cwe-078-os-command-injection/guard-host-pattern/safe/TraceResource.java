package net.trace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

@Path("/trace")
public class TraceResource {
    private static final Pattern HOST = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

    @GET
    public InputStream trace(@QueryParam("host") String host) throws IOException {
        if (host == null || !HOST.matcher(host).matches()) {
            throw new WebApplicationException(400);
        }
        String[] command = {"/bin/bash", "-c", "traceroute " + host + " 2>&1"};
        return Runtime.getRuntime().exec(command).getInputStream();
    }
}
