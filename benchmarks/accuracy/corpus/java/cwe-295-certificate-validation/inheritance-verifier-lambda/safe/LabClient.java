package lab;

import java.io.IOException;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;

class LabClient extends TlsClient {
    int samples() throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create("https://lab.example.org/samples").toURL().openConnection();
        connection.setHostnameVerifier(this);
        return connection.getContentLength();
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        return session.isValid() && super.verify(host, session);
    }
}
