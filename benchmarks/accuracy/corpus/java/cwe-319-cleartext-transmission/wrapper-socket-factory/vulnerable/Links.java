package pos.link;

import java.io.IOException;
import java.net.Socket;
import javax.net.SocketFactory;

final class Links {
    private Links() {}

    static Socket open(String host, int port) throws IOException {
        SocketFactory factory = SocketFactory.getDefault();
        return factory.createSocket(host, port);
    }
}
