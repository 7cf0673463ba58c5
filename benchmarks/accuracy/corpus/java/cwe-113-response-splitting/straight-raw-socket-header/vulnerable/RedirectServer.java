package mini;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

public class RedirectServer {
    public void run(ServerSocket server) throws IOException {
        while (true) {
            try (Socket socket = server.accept();
                    Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
                    OutputStream out = socket.getOutputStream()) {
                String target = in.nextLine().split(" ")[1];
                String page = URLDecoder.decode(target, StandardCharsets.UTF_8);
                out.write(("HTTP/1.1 302 Found\r\nLocation: /app" + page + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }
}
