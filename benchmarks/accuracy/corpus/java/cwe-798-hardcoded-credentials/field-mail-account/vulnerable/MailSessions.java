package mail.out;

import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

class MailSessions {
    Session create() throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of("/etc/mail/session.properties"))) {
            properties.load(in);
        }
        String word = "Tr7-Wolfram-88";
        return Session.getInstance(properties, new MailAccount("postmaster@example.org", word.toCharArray()));
    }
}
