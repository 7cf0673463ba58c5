import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.*;

class Filters {
    private static final ObjectInputFilter SIZES = ObjectInputFilter.Config.createFilter("maxbytes=1000");
    private static final ObjectInputFilter NAMES = ObjectInputFilter.Config.createFilter("shop.Order;!*");

    Object sizes(HttpServletRequest request) throws Exception {
        ObjectInputStream in = new ObjectInputStream(request.getInputStream());
        in.setObjectInputFilter(SIZES);
        return in.readObject(); // finding: deserialization
    }

    Object names(HttpServletRequest request) throws Exception {
        ObjectInputStream in = new ObjectInputStream(request.getInputStream());
        in.setObjectInputFilter(NAMES);
        return in.readObject();
    }

    static class Picky extends ObjectInputStream {
        Picky(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass it) throws IOException, ClassNotFoundException {
            if (!it.getName().equals("shop.Order")) {
                throw new InvalidClassException(it.getName());
            }
            return super.resolveClass(it);
        }
    }

    Object picky(HttpServletRequest request) throws Exception {
        return new Picky(request.getInputStream()).readObject();
    }

    void typing(ObjectMapper mapper) {
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build()); // finding: deserialization
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Filters.class).build());
    }
}
