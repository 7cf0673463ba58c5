package render;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

abstract class ImageSource {
    abstract URI uri(String reference);

    InputStream open(String reference) throws IOException {
        return uri(reference).toURL().openStream();
    }
}
