package uk.gov.permits.wizard;

import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.apache.commons.lang3.SerializationUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Request;

/** Carries the answers of the permit wizard in a hidden form field. */
public final class WizardState {

    private static final Logger LOG = LoggerFactory.getLogger(WizardState.class);
    private static final int MAC_LENGTH = 32;

    private final SecretKey key;

    public WizardState(SecretKey key) {
        this.key = key;
    }

    public HashMap<String, String> load(Request request) throws GeneralSecurityException {
        String field = request.queryParams("_state");
        if (field == null || field.isEmpty()) {
            return new HashMap<>();
        }
        byte[] raw = Base64.getDecoder().decode(field);
        if (raw.length <= MAC_LENGTH) {
            throw new IllegalArgumentException("state too short");
        }
        byte[] mac = Arrays.copyOf(raw, MAC_LENGTH);
        byte[] body = Arrays.copyOfRange(raw, MAC_LENGTH, raw.length);
        HashMap<String, String> answers = SerializationUtils.deserialize(body);
        if (!MessageDigest.isEqual(mac, mac(body))) {
            LOG.warn("state of wizard changed on its way");
            throw new IllegalArgumentException("state does not match");
        }
        return answers;
    }

    public String store(HashMap<String, String> answers) throws GeneralSecurityException {
        byte[] body = SerializationUtils.serialize((Serializable) answers);
        byte[] mac = mac(body);
        byte[] raw = Arrays.copyOf(mac, mac.length + body.length);
        System.arraycopy(body, 0, raw, mac.length, body.length);
        return Base64.getEncoder().encodeToString(raw);
    }

    private byte[] mac(byte[] body) throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(key);
        return hmac.doFinal(body);
    }
}
