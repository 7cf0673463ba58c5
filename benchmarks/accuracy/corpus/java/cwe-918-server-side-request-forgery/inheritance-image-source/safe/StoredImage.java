package render;

import java.net.URI;

class StoredImage extends ImageSource {
    @Override
    URI uri(String reference) {
        return URI.create("https://media.example.net/by-id/" + Long.parseLong(reference));
    }
}
