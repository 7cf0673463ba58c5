import java.io.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.security.*;
import java.util.*;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.net.ssl.*;
import jakarta.servlet.http.*;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.*;
import org.springframework.web.cors.*;
import org.springframework.web.bind.annotation.*;

class CfgSafe {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Random secure = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    String token() { byte[] b = new byte[32]; RANDOM.nextBytes(b); return Base64.getUrlEncoder().withoutPadding().encodeToString(b); }
    String code() { StringBuilder sb = new StringBuilder(); for (int i = 0; i < 12; i++) sb.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))); return sb.toString(); }
    String otp() { return String.format("%06d", secure.nextInt(1_000_000)); }
    String uuidToken() { String token = UUID.randomUUID().toString(); return token; }
    int dice() { return ThreadLocalRandom.current().nextInt(6) + 1; }
    long jitter() { long delay = 100 + new Random().nextInt(50); return delay; }
    List<String> shuffled(List<String> l) { Collections.shuffle(l, new Random(42)); return l; }
    String sessionColor() { int index = ThreadLocalRandom.current().nextInt(5); return "color" + index; }
    byte[] encrypt(byte[] key, byte[] data) throws Exception {
        byte[] iv = new byte[12]; RANDOM.nextBytes(iv);
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        c.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        byte[] out = c.doFinal(data);
        byte[] all = new byte[iv.length + out.length];
        System.arraycopy(iv, 0, all, 0, iv.length); System.arraycopy(out, 0, all, iv.length, out.length);
        return all;
    }
    byte[] decrypt(byte[] key, byte[] all) throws Exception {
        byte[] iv = Arrays.copyOfRange(all, 0, 12);
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        c.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        return c.doFinal(all, 12, all.length - 12);
    }
    byte[] rsa(PublicKey k, byte[] d) throws Exception { Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); c.init(Cipher.ENCRYPT_MODE, k); return c.doFinal(d); }
    SecretKey aes() throws Exception { KeyGenerator g = KeyGenerator.getInstance("AES"); g.init(256); return g.generateKey(); }
    KeyPair pair() throws Exception { KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); g.initialize(3072); return g.generateKeyPair(); }
    KeyPair ec() throws Exception { KeyPairGenerator g = KeyPairGenerator.getInstance("EC"); g.initialize(new ECGenParameterSpec("secp256r1")); return g.generateKeyPair(); }
    byte[] hash(char[] password, byte[] salt) throws Exception { return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(password, salt, 600_000, 256)).getEncoded(); }
    byte[] sum(byte[] data) throws Exception { return MessageDigest.getInstance("SHA-256").digest(data); }
    String etag(byte[] data) throws Exception { return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(data)); }
    @Bean PasswordEncoder encoder() { return new BCryptPasswordEncoder(12); }
    @Bean PasswordEncoder encoder2() { return org.springframework.security.crypto.factory.PasswordEncoderFactories.createDelegatingPasswordEncoder(); }
    SSLContext tls() throws Exception { SSLContext c = SSLContext.getInstance("TLSv1.3"); c.init(null, null, null); return c; }
    SSLSocket socket(SSLSocketFactory f) throws Exception { SSLSocket s = (SSLSocket) f.createSocket("x", 443); s.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"}); return s; }
    X509TrustManager pinned() {
        return new X509TrustManager() {
            public void checkClientTrusted(java.security.cert.X509Certificate[] c, String a) throws java.security.cert.CertificateException { throw new java.security.cert.CertificateException(); }
            public void checkServerTrusted(java.security.cert.X509Certificate[] c, String a) throws java.security.cert.CertificateException { if (!Arrays.equals(c[0].getEncoded(), new byte[] {1})) throw new java.security.cert.CertificateException("not pinned"); }
            public java.security.cert.X509Certificate[] getAcceptedIssuers() { return new java.security.cert.X509Certificate[0]; }
        };
    }
    void verifier(HttpsURLConnection c) { c.setHostnameVerifier((host, session) -> "internal.example".equals(host) && HttpsURLConnection.getDefaultHostnameVerifier().verify(host, session)); }
    void cookie(HttpServletResponse r) {
        Cookie c = new Cookie("sid", "x"); c.setSecure(true); c.setHttpOnly(true); c.setPath("/"); r.addCookie(c);
        Cookie d = new Cookie("sid", ""); d.setMaxAge(0); r.addCookie(d);
        r.addHeader("Set-Cookie", "sid=x; Path=/; Secure; HttpOnly; SameSite=Strict");
        r.addHeader("Set-Cookie", ResponseCookie.from("sid", "x").secure(true).httpOnly(true).sameSite("Lax").build().toString());
        r.addCookie(build("sid", "y"));
    }
    private Cookie build(String n, String v) { Cookie c = new Cookie(n, v); harden(c); return c; }
    private static void harden(Cookie c) { c.setSecure(true); c.setHttpOnly(true); }
    @Bean CorsConfigurationSource cors() { CorsConfiguration c = new CorsConfiguration(); c.setAllowedOrigins(List.of("https://app.example.com")); c.setAllowCredentials(true); UrlBasedCorsConfigurationSource s = new UrlBasedCorsConfigurationSource(); s.registerCorsConfiguration("/**", c); return s; }
    void origin(HttpServletRequest q, HttpServletResponse r) {
        String o = q.getHeader("Origin");
        if (Set.of("https://a.example").contains(o)) { r.setHeader("Access-Control-Allow-Origin", o); r.setHeader("Access-Control-Allow-Credentials", "true"); }
        if (o != null && o.matches("https://[a-z]+\\.example\\.com")) r.setHeader("Access-Control-Allow-Origin", o);
    }
    void files(Path dir) throws IOException {
        Files.createFile(dir.resolve("k"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.setPosixFilePermissions(dir, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Path t = Files.createTempFile("a", ".b"); Files.createTempDirectory("x");
        File f = new File("data.txt"); f.setReadable(true, true); f.setWritable(true); f.setExecutable(false, false);
        Runtime.getRuntime().exec(new String[] {"chmod", "600", "k"});
        new File(System.getProperty("user.home"), "x.txt");
    }
    void db(String url, Properties p) throws Exception { java.sql.DriverManager.getConnection(System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD")); java.sql.DriverManager.getConnection(url, p.getProperty("user"), p.getProperty("password")); }
    void key(String s) { new SecretKeySpec(Base64.getDecoder().decode(System.getenv("KEY")), "AES"); new SecretKeySpec(s.getBytes(), "HmacSHA256"); }
    @Bean Object chain(HttpSecurity http) throws Exception { return http.csrf(c -> c.csrfTokenRepository(org.springframework.security.web.csrf.CookieCsrfTokenRepository.withHttpOnlyFalse())).headers(h -> h.frameOptions(f -> f.sameOrigin())).sessionManagement(s -> s.sessionFixation(f -> f.migrateSession())).build(); }
    boolean same(byte[] a, byte[] b) { return MessageDigest.isEqual(a, b); }
    String PASSWORD_FIELD = "password"; static final String TOKEN_HEADER = "X-Auth-Token"; static final String SECRET_NAME = "app/db/secret"; String passwordPrompt = "Enter your password:"; static final String PASSWORD_PATTERN = "^(?=.*[A-Z]).{8,}$"; String apiKeyHeader = "x-api-key";
    void login(String user, String password, Map<String, String> users) { if (users.get(user).equals(password)) {} }
    void log(String user) { org.slf4j.LoggerFactory.getLogger("x").info("user {} changed the password", user); org.slf4j.LoggerFactory.getLogger("x").info("token valid: {}", user.isEmpty()); }
    void mail(Properties p) { p.put("mail.smtp.starttls.enable", "true"); p.put("mail.smtp.auth", "true"); p.setProperty("mail.smtp.ssl.checkserveridentity", "true"); }
    void jwt(String t, SecretKey k) { io.jsonwebtoken.Jwts.parser().verifyWith(k).build().parseSignedClaims(t).getPayload(); com.auth0.jwt.JWT.require(com.auth0.jwt.algorithms.Algorithm.HMAC256(System.getenv("S"))).build().verify(t); }
    void jwt2(String t, SecretKey k) { io.jsonwebtoken.Jwts.parserBuilder().setSigningKey(k).build().parseClaimsJws(t).getBody(); }
    void ssh(com.jcraft.jsch.Session s) { s.setConfig("StrictHostKeyChecking", "yes"); }
    void mac(byte[] k) throws Exception { Mac m = Mac.getInstance("HmacSHA256"); m.init(new SecretKeySpec(k, "HmacSHA256")); }
}
