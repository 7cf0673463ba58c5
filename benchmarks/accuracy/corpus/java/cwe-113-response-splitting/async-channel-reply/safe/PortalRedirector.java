package wifi.captive.portal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;

/** Answers the first request of a device and remembers the name of its access point. */
public class PortalRedirector implements CompletionHandler<AsynchronousSocketChannel, Void> {

  private final AsynchronousServerSocketChannel server;

  PortalRedirector(int port) throws IOException {
    server = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(port));
    server.accept(null, this);
  }

  @Override
  public void completed(AsynchronousSocketChannel device, Void none) {
    server.accept(null, this);
    ByteBuffer buffer = ByteBuffer.allocate(2048);
    device.read(buffer, buffer, new CompletionHandler<Integer, ByteBuffer>() {
      @Override
      public void completed(Integer read, ByteBuffer request) {
        String line = new String(request.array(), 0, Math.max(read, 0), StandardCharsets.ISO_8859_1);
        answer(device, parameter(line, "ap="));
      }

      @Override
      public void failed(Throwable t, ByteBuffer request) {
        close(device);
      }
    });
  }

  private static String parameter(String request, String name) {
    int from = request.indexOf(name);
    if (from < 0) {
      return "lobby";
    }
    String raw = request.substring(from + name.length()).split("[& ]", 2)[0];
    return URLDecoder.decode(raw, StandardCharsets.UTF_8).replaceAll("[^A-Za-z0-9-]", "");
  }

  private void answer(AsynchronousSocketChannel device, String accessPoint) {
    String reply = "HTTP/1.1 302 Found\r\n"
        + "Location: https://portal.wifi.example/welcome\r\n"
        + "Set-Cookie: ap=" + accessPoint + "; Path=/; Secure; HttpOnly\r\n"
        + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    device.write(ByteBuffer.wrap(reply.getBytes(StandardCharsets.ISO_8859_1)), null,
        new CompletionHandler<Integer, Void>() {
          @Override
          public void completed(Integer n, Void none) {
            close(device);
          }

          @Override
          public void failed(Throwable t, Void none) {
            close(device);
          }
        });
  }

  private static void close(AsynchronousSocketChannel device) {
    try {
      device.close();
    } catch (IOException ignored) {
      // device has gone
    }
  }

  @Override
  public void failed(Throwable t, Void none) {
    server.accept(null, this);
  }

  public static void main(String[] args) throws Exception {
    new PortalRedirector(8080);
    Thread.currentThread().join();
  }
}
