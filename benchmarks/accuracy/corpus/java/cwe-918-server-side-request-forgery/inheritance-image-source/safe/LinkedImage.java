package render;

import java.net.URI;

class LinkedImage extends ImageSource {
    @Override
    URI uri(String reference) {
        return URI.create(reference);
    }
}
