import java.security.*;
import java.security.spec.*;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import java.security.cert.X509Certificate;
import io.jsonwebtoken.*;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;

class Crypto {
    private static final String KEY = "ThisIsASecretKey";
    private final Properties config = new Properties();
    byte[] enc(byte[] data, SecretKey key) throws Exception {
        Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding");
        byte[] iv = new byte[16];
        c.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv)); // finding: static-iv
        byte[] iv2 = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        c.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv2)); // finding: static-iv
        byte[] iv3 = new byte[12]; SecureRandom r = new SecureRandom(); r.nextBytes(iv3);
        c.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv3));
        byte[] iv4 = new byte[16]; System.arraycopy(data, 0, iv4, 0, 16);
        c.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv4));
        SecretKeySpec k = new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES"); // finding: hardcoded-credentials
        Mac mac = Mac.getInstance("HmacSHA256");
        return c.doFinal(data);
    }
    void pbe(char[] password, byte[] salt) throws Exception {
        new PBEKeySpec(password, salt, 1000, 256); // finding: weak-password-hash
        new PBEKeySpec(password, salt, 310000, 256);
    }
    void trust() throws Exception {
        TrustManager[] all = { new X509TrustManager() {
            public X509Certificate[] getAcceptedIssuers() { return null; }
            public void checkClientTrusted(X509Certificate[] certs, String t) { }
            public void checkServerTrusted(X509Certificate[] certs, String t) { } // finding: tls-verification
        } };
        SSLContext ctx = SSLContext.getInstance("TLSv1.2");
        ctx.init(null, all, new SecureRandom());
        SSLContext.getInstance("SSLv3"); // finding: weak-tls
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // finding: tls-verification
    }
    void jwt(String token, Key key) {
        Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
        Jwts.parser().parse(token); // finding: jwt-verification
        JWT.require(Algorithm.HMAC256(System.getenv("K"))).build().verify(token);
        JWT.create().sign(Algorithm.none()); // finding: jwt-verification
        JWT.require(Algorithm.HMAC256("secret-key-1")).build(); // finding: hardcoded-credentials
    }
    String token() {
        Random rnd = new Random();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 20; i++) token.append(rnd.nextInt(10)); // finding: insecure-random
        return token.toString();
    }
    int dice() { return new Random().nextInt(6); }
    String generateToken() { byte[] b = new byte[20]; new Random().nextBytes(b); return Base64.getEncoder().encodeToString(b); } // finding: insecure-random
    String newResetCode() { return String.valueOf(new Random().nextInt(900000)); } // finding: insecure-random
    void hash(String password) throws Exception { MessageDigest md = MessageDigest.getInstance(config.getProperty("hash", "SHA-256")); }
    byte[] h2(String password) throws Exception { MessageDigest md = MessageDigest.getInstance("SHA-256"); return md.digest(password.getBytes()); } // finding: weak-password-hash
    byte[] h3(byte[] file) throws Exception { MessageDigest md = MessageDigest.getInstance("SHA-256"); return md.digest(file); }
}
