package tenant.keys;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.RandomStringUtils;

public class ApiKeys {
    private final Map<String, String> keys = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    public String create(String tenant) {
        String key = RandomStringUtils.random(40, 0, 0, true, true, null, random);
        keys.put(key, tenant);
        return key;
    }
}
