package worker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DeliverCallback;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.DataInputStream;
import java.io.UncheckedIOException;

public class TaskConsumer {
    private final Channel channel;

    public TaskConsumer(Channel channel) {
        this.channel = channel;
    }

    public void listen() throws IOException {
        DeliverCallback deliver = (tag, delivery) -> {
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(delivery.getBody()))) {
                run(new Task(in.readUTF(), in.readInt()));
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
