package game.snapshots;

import java.beans.XMLDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

final class Snapshots {
    private Snapshots() {}

    static Object legacy(InputStream in) {
        try (XMLDecoder decoder = new XMLDecoder(in)) {
            return decoder.readObject();
        }
    }

    static Object current(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        return properties;
    }
}
