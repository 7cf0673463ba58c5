package mini.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Sessions {
    private final Map<String, String> users = new ConcurrentHashMap<>();

    public String open(String user) {
        String id = "s-" + Long.toHexString(System.nanoTime()) + Integer.toHexString(user.hashCode());
        users.put(id, user);
        return id;
    }

    public String user(String id) {
        return users.get(id);
    }
}
