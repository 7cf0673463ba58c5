package io.ymera.local.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * Asks a Kafka node whether it has joined its cluster, by a DescribeCluster request (key 60, version 0) of Kafka's protocol:
 * the port opens some time before. By hand, so that Kafka's client stays off the launcher's class path.
 */
final class KafkaProbe {

    private static final int TIMEOUT_MILLIS = 1000;
    private static final int LONGEST_ANSWER = 1 << 20;

    private KafkaProbe() {}

    /** Whether the node at {@code port} of the loopback interface answers that its cluster has a broker. */
    static boolean hasBroker(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int size = in.readInt();
            return size > 0 && size <= LONGEST_ANSWER && brokers(ByteBuffer.wrap(in.readNBytes(size))) > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] request() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeShort(60); // DescribeCluster
        out.writeShort(0); // version
        out.writeInt(1); // correlation id
        out.writeShort(-1); // no client id
        out.writeByte(0); // no tagged fields in the header
        out.writeByte(0); // without authorised operations
        out.writeByte(0); // no tagged fields in the body
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + body.size());
        return framed.putInt(body.size()).put(body.toByteArray()).array();
    }

    private static int brokers(ByteBuffer answer) {
        answer.getInt(); // correlation id
        answer.get(); // no tagged fields
        answer.getInt(); // throttle time
        if (answer.getShort() != 0) {
            return 0;
        }
        skipCompactString(answer); // error message
        skipCompactString(answer); // cluster id
        answer.getInt(); // controller
        return unsignedVarint(answer) - 1;
    }

    /** Its length is one more than that of the string; 0 stands for null. */
    private static void skipCompactString(ByteBuffer in) {
        int length = unsignedVarint(in) - 1;
        in.position(in.position() + Math.max(0, length));
    }

    private static int unsignedVarint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int next = in.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }
}
