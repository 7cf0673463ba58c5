import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.*;
import java.net.Socket;
import java.util.Base64;
import javax.servlet.http.*;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class StateServlet extends HttpServlet {
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(request.getInputStream())) {
            Object state = in.readObject(); // finding: deserialization
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    Object fromCookie(HttpServletRequest request) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(request.getHeader("X-State"));
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.*;!*"));
        return in.readObject();
    }

    Object listen(Socket socket) throws Exception {
        ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
        return in.readObject(); // finding: deserialization
    }

    Object own(File file) throws Exception {
        return new ObjectInputStream(new FileInputStream(file)).readObject();
    }

    void yaml(HttpServletRequest request) throws IOException {
        new Yaml().load(request.getReader()); // finding: deserialization
        new Yaml(new SafeConstructor(new LoaderOptions())).load(request.getReader());
        new ObjectMapper().readValue(request.getInputStream(), StateServlet.class);
        ObjectMapper mapper = new ObjectMapper();
        mapper.enableDefaultTyping(); // finding: deserialization
        mapper.readValue(request.getInputStream(), Object.class); // finding: deserialization
    }
}
