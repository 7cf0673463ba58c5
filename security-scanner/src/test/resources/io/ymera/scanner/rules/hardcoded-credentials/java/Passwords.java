import java.sql.*;
import javax.crypto.spec.SecretKeySpec;

class Passwords {
    private static final String PASSWORD = "s3cr3t-Pa55"; // finding: hardcoded-credentials
    private static final String PASSWORD_FIELD = "password";
    private String apiKey = System.getenv("API_KEY");

    void connect(String password) throws SQLException {
        DriverManager.getConnection("jdbc:mysql://db/shop", "root", "hunter2"); // finding: hardcoded-credentials
        DriverManager.getConnection("jdbc:mysql://db/shop", "root", password);
        DriverManager.getConnection("jdbc:mysql://db/shop", "root", System.getenv("DB_PASSWORD"));
        new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // finding: hardcoded-credentials
        new SecretKeySpec(password.getBytes(), "AES");
    }
}
