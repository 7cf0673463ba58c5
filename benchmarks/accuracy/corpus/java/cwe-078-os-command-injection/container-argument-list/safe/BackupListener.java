package ops.backup;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.LinkedList;

public class BackupListener implements MessageListener {
    @Override
    public void onMessage(Message message) {
        try {
            LinkedList<String> arguments = new LinkedList<>();
            arguments.add(((TextMessage) message).getText());
            arguments.add("nightly");
            String job = arguments.getLast();
            Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", "/opt/backup/run.sh " + job});
        } catch (JMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
