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
class CfgBad {
    private static final Random RANDOM = new Random();
    private final Random rnd;
    CfgBad() { rnd = new Random(System.nanoTime()); }
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    String token() { byte[] b = new byte[32]; RANDOM.nextBytes(b); return Base64.getUrlEncoder().withoutPadding().encodeToString(b); } // finding: insecure-random
    String code() { StringBuilder sb = new StringBuilder(); for (int i = 0; i < 12; i++) sb.append(ALPHABET.charAt(rnd.nextInt(ALPHABET.length()))); return sb.toString(); } // finding: insecure-random
    String otp() { return String.format("%06d", RANDOM.nextInt(1_000_000)); } // finding: insecure-random
    String password() { return new Random().ints(12, 33, 122).mapToObj(c -> String.valueOf((char) c)).reduce("", String::concat); } // finding: insecure-random
    String sid() { String sessionId = Long.toHexString(Double.doubleToLongBits(Math.random())); return sessionId; } // finding: insecure-random
    String reset() { int n = ThreadLocalRandom.current().nextInt(100000, 999999); String resetCode = "R" + n; return resetCode; } // finding: insecure-random
    String stamp() { String token = Long.toString(System.currentTimeMillis(), 36); return token; } // finding: predictable-secret
    String invite() { return org.apache.commons.lang3.RandomStringUtils.randomAlphanumeric(16); } // finding: insecure-random
    String splittable() { String apiKey = Long.toHexString(new SplittableRandom().nextLong()); return apiKey; } // finding: insecure-random
    SecretKeySpec k() { return new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); } // finding: hardcoded-credentials
    byte[] e1(byte[] key, byte[] d) throws Exception { Cipher c = Cipher.getInstance("AES"); c.init(1, new SecretKeySpec(key, "AES")); return c.doFinal(d); } // finding: weak-cipher
    byte[] e2(byte[] key, byte[] d) throws Exception { Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding"); c.init(1, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16])); return c.doFinal(d); } // finding: static-iv
    byte[] e3(byte[] key, byte[] d) throws Exception { return Cipher.getInstance("DES/CBC/PKCS5Padding").doFinal(d); } // finding: weak-cipher
    KeyPair pair() throws Exception { KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); g.initialize(1024); return g.generateKeyPair(); } // finding: weak-key
    byte[] h(String password) throws Exception { return MessageDigest.getInstance("MD5").digest(password.getBytes()); } // finding: weak-hash, weak-password-hash
    byte[] h2(String password) throws Exception { return MessageDigest.getInstance("SHA-256").digest(password.getBytes()); } // finding: weak-password-hash
    byte[] h3(char[] p, byte[] s) throws Exception { return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(new PBEKeySpec(p, s, 1000, 128)).getEncoded(); } // finding: weak-password-hash
    @Bean PasswordEncoder enc() { return NoOpPasswordEncoder.getInstance(); } // finding: weak-password-hash
    @Bean PasswordEncoder enc2() { return new BCryptPasswordEncoder(4); } // finding: weak-password-hash
    SSLContext t() throws Exception { return SSLContext.getInstance("TLSv1"); } // finding: weak-tls
    void s(SSLSocket s) { s.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.1"}); } // finding: weak-tls
    void v(HttpsURLConnection c) { c.setHostnameVerifier((a, b) -> true); } // finding: tls-verification
    void v2() { HttpsURLConnection.setDefaultHostnameVerifier(new HostnameVerifier() {
        public boolean verify(String a, SSLSession b) { return true; } }); } // finding: tls-verification
    void cookie(HttpServletResponse r) { Cookie c = new Cookie("sid", "x"); c.setHttpOnly(true); r.addCookie(c); } // finding: insecure-cookie
    void cookie2(HttpServletResponse r) { Cookie c = new Cookie("sid", "x"); c.setSecure(true); r.addCookie(c); } // finding: cookie-http-only
    void cookie3(HttpServletResponse r) { r.addHeader("Set-Cookie", "sid=1; Path=/; HttpOnly"); } // finding: insecure-cookie
    void cookie4(HttpServletResponse r) { r.addHeader("Set-Cookie", ResponseCookie.from("sid", "x").httpOnly(true).build().toString()); } // finding: insecure-cookie
    void cors(HttpServletRequest q, HttpServletResponse r) { r.setHeader("Access-Control-Allow-Origin", q.getHeader("Origin")); } // finding: cors
    void cors2(HttpServletResponse r) { r.setHeader("Access-Control-Allow-Origin", "*"); } // finding: cors
    @Bean Object cors3() { CorsConfiguration c = new CorsConfiguration(); c.setAllowedOriginPatterns(List.of("*")); return c; } // finding: cors
    void cors4(HttpServletRequest q, HttpServletResponse r) { String o = q.getHeader("Origin"); if (o != null && o.endsWith("example.com")) r.setHeader("Access-Control-Allow-Origin", o); } // finding: cors
    void cors5(HttpServletRequest q, HttpServletResponse r) { String o = q.getHeader("Origin"); if (o != null && o.matches("https://.*example.com")) r.setHeader("Access-Control-Allow-Origin", o); } // finding: cors
    void f(Path p) throws IOException { Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rwxrwxrwx")); } // finding: file-permissions
    void f2(File f) { f.setWritable(true, false); } // finding: file-permissions
    void f3() throws IOException { Runtime.getRuntime().exec("chmod 777 /srv/data"); } // finding: file-permissions
    void f4() throws IOException { new FileWriter("/tmp/report.csv"); } // finding: temp-file
    void f5(long id) throws IOException { Path p = Path.of(System.getProperty("java.io.tmpdir"), "report-" + id + ".csv"); Files.writeString(p, "x"); } // finding: temp-file
    void f6() throws IOException { File f = File.createTempFile("a", "b"); } // finding: temp-file
    void db() throws Exception { java.sql.DriverManager.getConnection("jdbc:postgresql://db/x", "app", "Winter2024!"); } // finding: hardcoded-credentials
    String dbPassword = "Sommer!2023"; // finding: hardcoded-credentials
    void jwt(String t) { com.auth0.jwt.JWT.decode(t).getClaim("sub"); } // finding: jwt-verification
    void jwt2(String t) { io.jsonwebtoken.Jwts.parser().unsecured().build().parseUnsecuredClaims(t); } // finding: jwt-verification
    String jwt3() { return com.auth0.jwt.JWT.create().sign(com.auth0.jwt.algorithms.Algorithm.HMAC256("my-very-secret-key")); } // finding: hardcoded-credentials
    @Bean Object chain(HttpSecurity http) throws Exception { return http.csrf(c -> c.disable()).formLogin(f -> {}).build(); } // finding: csrf-disabled
    @Bean Object chain2(HttpSecurity http) throws Exception { return http.csrf(org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer::disable).formLogin(f -> {}).build(); } // finding: csrf-disabled
    @Bean Object chain3(HttpSecurity http) throws Exception { return http.sessionManagement(s -> s.sessionFixation(f -> f.none())).build(); } // finding: session-fixation
    void log(String password) { org.slf4j.LoggerFactory.getLogger("x").info("login with {}", password); } // finding: sensitive-log
    void mail(Properties p) { p.put("mail.smtp.ssl.trust", "*"); } // finding: tls-verification
    void ssh(com.jcraft.jsch.Session s) { s.setConfig("StrictHostKeyChecking", "no"); } // finding: ssh-host-key
    void iv(byte[] key) throws Exception { byte[] iv = "abcdefghijklmnop".getBytes(); new IvParameterSpec(iv); } // finding: static-iv
    void salt(char[] p) throws Exception { new PBEKeySpec(p, "salt".getBytes(), 600000, 256); } // finding: hardcoded-credentials, weak-password-hash
    void seed() { SecureRandom r = new SecureRandom(); r.setSeed(42); } // finding: insecure-random
    boolean check(byte[] mac, byte[] given) { return Arrays.equals(mac, given); } // finding: timing-comparison
    void trust(SSLContext c) throws Exception { c.init(null, new TrustManager[] {new X509TrustManager() {
        public void checkClientTrusted(java.security.cert.X509Certificate[] x, String a) {}
        public void checkServerTrusted(java.security.cert.X509Certificate[] x, String a) {} // finding: tls-verification
        public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; } }}, null); }
}
