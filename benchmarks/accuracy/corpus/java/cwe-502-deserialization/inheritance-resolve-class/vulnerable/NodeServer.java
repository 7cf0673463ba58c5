package cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class NodeServer {
    public void serve(int port) throws IOException, ClassNotFoundException {
        try (ServerSocket server = new ServerSocket(port)) {
            while (true) {
                try (Socket peer = server.accept();
                        StateInput in = new StateInput(peer.getInputStream())) {
                    NodeState state = (NodeState) in.readObject();
                    System.out.println(state.term + " " + state.leader);
                }
            }
        }
    }
}
