package worker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DeliverCallback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;

public class TaskConsumer {
    private final Channel channel;

    public TaskConsumer(Channel channel) {
        this.channel = channel;
    }

    public void listen() throws IOException {
        DeliverCallback deliver = (tag, delivery) -> {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(delivery.getBody()))) {
                run((Task) in.readObject());
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
        };
        channel.basicConsume("tasks", true, deliver, tag -> {});
    }

    private void run(Task task) {
        try {
            channel.basicPublish("", "results", null, task.name().getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
