package mini.session;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

public class Sessions {
    private final Map<String, String> users = new ConcurrentHashMap<>();

    public String open(String user) {
        String id = "s-" + UUID.randomUUID();
        users.put(id, user);
        return id;
    }

    public String user(String id) {
        return users.get(id);
    }
}
