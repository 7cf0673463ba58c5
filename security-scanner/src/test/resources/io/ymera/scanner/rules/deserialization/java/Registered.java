import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;

class Registered {
    private static final ThreadLocal<Kryo> KRYOS = ThreadLocal.withInitial(() -> {
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(true);
        kryo.register(ArrayList.class);
        return kryo;
    });

    Object read(HttpServletRequest request) throws IOException {
        Kryo kryo = KRYOS.get();
        return kryo.readClassAndObject(new Input(request.getInputStream()));
    }
}
