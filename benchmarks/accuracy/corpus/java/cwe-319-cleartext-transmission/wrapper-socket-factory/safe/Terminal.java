package pos.link;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

class Terminal {
    void pay(String cardNumber, String pin, long cents) throws IOException {
        try (Socket socket = Links.open("acquirer.example.com", 9443);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            out.writeUTF(cardNumber);
            out.writeUTF(pin);
            out.writeLong(cents);
        }
    }
}
