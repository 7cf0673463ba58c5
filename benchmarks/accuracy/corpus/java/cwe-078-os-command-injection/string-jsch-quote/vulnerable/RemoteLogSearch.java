package eu.loghub.remote;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

@Path("/search")
@ApplicationScoped
public class RemoteLogSearch {

    public record SearchForm(String term, boolean ignoreCase) {}

    @Inject
    SessionPool sessions;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response search(SearchForm form) throws JSchException, IOException {
        String flags = form.ignoreCase() ? "-Fi" : "-F";
        String command = "grep " + flags + " -m 500 -e " + quote(form.term()) + " /var/log/app/current.log";
        Session session = sessions.borrow();
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        try {
            channel.setCommand(command);
            InputStream stdout = channel.getInputStream();
            channel.connect(3_000);
            return Response.ok(new String(stdout.readAllBytes(), StandardCharsets.UTF_8), "text/plain").build();
        } finally {
            channel.disconnect();
            sessions.giveBack(session);
        }
    }

    static String quote(String word) {
        StringBuilder quoted = new StringBuilder(word.length() + 2).append('\'');
        for (char c : word.toCharArray()) {
            if (c == '\'') {
                quoted.append("\\'");
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }

    public interface SessionPool {
        Session borrow() throws JSchException;

        void giveBack(Session session);
    }
}
