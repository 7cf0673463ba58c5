import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.NoTypePermission;
import jakarta.servlet.http.*;
import java.io.*;
import java.security.*;
import java.util.*;
import javax.crypto.Mac;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Trusted extends HttpServlet {
    private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    private final Yaml openYaml = new Yaml();
    private final ObjectMapper json = new ObjectMapper();
    private XStream xstream;
    private XStream openXstream;
    private Mac mac;
    private Signature signature;

    @Override
    public void init() {
        xstream = made();
        xstream.alias("order", Order.class);
        openXstream = new XStream();
        openXstream.alias("order", Order.class);
        openXstream.allowTypesByRegExp(new String[] {"shop\\..*", ".*"}); // finding: deserialization
    }

    private static XStream made() {
        XStream x = new XStream();
        x.addPermission(NoTypePermission.NONE);
        x.allowTypes(new Class[] {Order.class});
        return x;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        xstream.fromXML(request.getInputStream());
        openXstream.fromXML(request.getInputStream()); // finding: deserialization
        yaml.load(request.getReader());
        openYaml.load(request.getReader()); // finding: deserialization
        json.readValue(request.getInputStream(), Order.class);
    }

    Object signed(HttpServletRequest request) throws Exception {
        byte[] body = Base64.getDecoder().decode(request.getParameter("state"));
        byte[] given = Base64.getDecoder().decode(request.getHeader("X-Signature"));
        byte[] expected = mac.doFinal(body);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new SecurityException("changed on its way");
        }
        return new ObjectInputStream(new ByteArrayInputStream(body)).readObject();
    }

    Object compared(HttpServletRequest request) throws Exception {
        byte[] body = Base64.getDecoder().decode(request.getParameter("state"));
        byte[] given = Base64.getDecoder().decode(request.getHeader("X-Signature"));
        if (!MessageDigest.isEqual(body, given)) {
            throw new SecurityException("changed on its way");
        }
        return new ObjectInputStream(new ByteArrayInputStream(body)).readObject(); // finding: deserialization
    }

    Object verified(HttpServletRequest request) throws Exception {
        byte[] body = request.getInputStream().readAllBytes();
        signature.update(body);
        if (signature.verify(Base64.getDecoder().decode(request.getHeader("X-Signature")))) {
            return new ObjectInputStream(new ByteArrayInputStream(body)).readObject();
        }
        return null;
    }

    Object after(HttpServletRequest request) throws Exception {
        byte[] body = request.getInputStream().readAllBytes();
        Object read = new ObjectInputStream(new ByteArrayInputStream(body)).readObject(); // finding: deserialization
        byte[] given = Base64.getDecoder().decode(request.getHeader("X-Signature"));
        return MessageDigest.isEqual(mac.doFinal(body), given) ? read : null;
    }

    static class Order {
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public Object payload; // finding: deserialization

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        public Object named;

        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public Order other;
    }
}
