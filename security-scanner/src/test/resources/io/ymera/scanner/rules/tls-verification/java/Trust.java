import java.security.cert.*;
import javax.net.ssl.*;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Trust {
    Object verifier() {
        return NoopHostnameVerifier.INSTANCE; // finding: tls-verification
    }
}
