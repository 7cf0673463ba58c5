package notes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;

class NoteService {
    private final Key key;

    NoteService(Key key) {
        this.key = key;
    }

    String store(String note) throws GeneralSecurityException, IOException {
        Cipher cipher = Crypto.encryptor(key);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (cipher.getIV() != null) {
            bytes.write(cipher.getIV());
        }
        try (OutputStream out = new CipherOutputStream(bytes, cipher)) {
            out.write(note.getBytes("UTF-8"));
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
