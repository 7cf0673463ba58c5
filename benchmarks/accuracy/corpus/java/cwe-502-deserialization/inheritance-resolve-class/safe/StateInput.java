package cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

class StateInput extends ObjectInputStream {
    StateInput(InputStream in) throws IOException {
        super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        if (!name.equals(NodeState.class.getName())) {
            throw new InvalidClassException(name);
        }
        return super.resolveClass(description);
    }
}
