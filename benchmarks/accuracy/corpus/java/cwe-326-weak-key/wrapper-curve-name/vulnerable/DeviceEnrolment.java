package device.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;

class DeviceEnrolment {
    private final Map<String, KeyPair> devices = new HashMap<>();

    byte[] enrol(String serial) throws GeneralSecurityException {
        KeyPair pair = Curves.pair("secp112r1");
        devices.put(serial, pair);
        return pair.getPublic().getEncoded();
    }
}
