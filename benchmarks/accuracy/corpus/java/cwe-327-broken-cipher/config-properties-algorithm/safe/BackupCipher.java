package backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Properties;
import javax.crypto.Cipher;

public class BackupCipher {
    private final Properties properties = new Properties();

    public BackupCipher() throws IOException {
        try (InputStream in = BackupCipher.class.getResourceAsStream("/crypto.properties")) {
            properties.load(in);
        }
    }

    public Cipher encryptor(Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(properties.getProperty("backup.cipher"));
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher;
    }
}
