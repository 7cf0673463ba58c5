package shop.velo.session;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.Pool;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;

public class CartCodec {

  public static final String COOKIE = "cart";

  public static class Cart {
    public ArrayList<Line> lines = new ArrayList<>();
  }

  public static class Line {
    public long article;
    public int quantity;
  }

  private final Pool<Kryo> kryos = new Pool<>(true, false, 16) {
    @Override
    protected Kryo create() {
      Kryo kryo = new Kryo();
      kryo.setRegistrationRequired(true);
      kryo.register(Cart.class, 20);
      kryo.register(Line.class, 21);
      kryo.register(ArrayList.class, 22);
      return kryo;
    }
  };

  public Optional<Cart> fromCookie(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    for (Cookie cookie : request.getCookies()) {
      if (COOKIE.equals(cookie.getName())) {
        return Optional.of(decode(Base64.getUrlDecoder().decode(cookie.getValue())));
      }
    }
    return Optional.empty();
  }

  private Cart decode(byte[] bytes) {
    Kryo kryo = kryos.obtain();
    try (Input input = new Input(bytes)) {
      return (Cart) kryo.readClassAndObject(input);
    } finally {
      kryos.free(kryo);
    }
  }

  public String encode(Cart cart) {
    Kryo kryo = kryos.obtain();
    try (Output output = new Output(256, 4096)) {
      kryo.writeClassAndObject(output, cart);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(output.toBytes());
    } finally {
      kryos.free(kryo);
    }
  }
}
