package pos.bridge;

import com.caucho.hessian.io.Hessian2Input;
import com.caucho.hessian.io.SerializerFactory;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

@ServerEndpoint("/terminal")
public class TerminalSocket {

  private static final Logger LOG = Logger.getLogger("pos.bridge");
  private static final AtomicInteger OPEN = new AtomicInteger();
  private static final SerializerFactory FACTORY = factory();

  static SerializerFactory factory() {
    SerializerFactory factory = new SerializerFactory();
    factory.setAllowNonSerializable(true);
    factory.getClassFactory().allow("pos.bridge.*");
    return factory;
  }

  @OnOpen
  public void open(Session session) {
    session.setMaxBinaryMessageBufferSize(32 * 1024);
    LOG.info("terminals connected: " + OPEN.incrementAndGet());
  }

  @OnMessage
  public void frame(byte[] frame, Session session) throws IOException {
    Object message = decode(frame);
    if (message instanceof Receipt) {
      session.getBasicRemote().sendText("ack " + ((Receipt) message).number);
    } else {
      session.getBasicRemote().sendText("nak");
    }
  }

  private static Object decode(byte[] frame) throws IOException {
    Hessian2Input in = new Hessian2Input(new ByteArrayInputStream(frame));
    in.setSerializerFactory(FACTORY);
    try {
      return in.readObject();
    } finally {
      in.close();
    }
  }

  @OnClose
  public void close() {
    OPEN.decrementAndGet();
  }

  public static class Receipt implements java.io.Serializable {
    long number;
    int cents;
  }
}
