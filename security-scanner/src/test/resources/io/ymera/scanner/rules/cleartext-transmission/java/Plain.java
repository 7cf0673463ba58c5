import java.net.*;

class Plain {
    void send() throws Exception {
        new URL("http://api.partner.com/orders").openConnection(); // finding: cleartext-transmission
        new URL("https://api.partner.com/orders").openConnection();
        new URL("http://localhost:8080/health").openConnection();
    }
}
