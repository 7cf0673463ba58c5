package mail.out;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;

class MailAccount extends Authenticator {
    private final String user;
    private final char[] word;

    MailAccount(String user, char[] word) {
        this.user = user;
        this.word = word;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, new String(word));
    }
}
