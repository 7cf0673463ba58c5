package io.ymera.scanner.secret.history;

import io.ymera.scanner.secret.history.Pack.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a repository, loose or packed, each read when it is asked for. Not thread-safe. */
final class GitObjects implements Closeable {

    private static final int MOST_PACKS = 200;
    private static final int DEEPEST = 5000;
    private static final int LONGEST_HEADER = 32;
    private static final long MOST_HELD = 64_000_000;

    private final GitFolder folder;
    private final long mostBytes;
    private final List<Pack> packs = new ArrayList<>();
    private final Map<Place, GitObject> held = new LinkedHashMap<>(16, 0.75f, true);
    private long heldBytes;
    private boolean whole = true;

    /** Where an object is packed. */
    private record Place(Pack pack, long offset) {}

    /**
     * Opens the packs.
     *
     * @param mostBytes how long an object may be
     */
    GitObjects(GitFolder folder, long mostBytes) throws IOException {
        this.folder = folder;
        this.mostBytes = mostBytes;
        for (String name : folder.packs()) {
            Optional<Path> index = folder.file(name + ".idx");
            Optional<Path> pack = folder.file(name + ".pack");
            if (index.isEmpty() || pack.isEmpty() || packs.size() == MOST_PACKS) {
                whole = false;
                continue;
            }
            try {
                packs.add(new Pack(index.get(), pack.get()));
            } catch (IOException e) {
                whole = false;
            }
        }
    }

    /** Whether all packs could be opened. */
    boolean whole() {
        return whole;
    }

    /** An object; nothing if there is none, it is too long, or malformed. */
    Optional<GitObject> read(String id) {
        if (!Id.valid(id)) {
            return Optional.empty();
        }
        try {
            Optional<GitObject> loose = loose(id);
            if (loose.isPresent()) {
                return loose;
            }
            Place place = place(id);
            return place == null ? Optional.empty() : Optional.of(packed(place));
        } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<GitObject> loose(String id) throws IOException {
        Optional<Path> file = folder.file("objects/" + id.substring(0, 2) + "/" + id.substring(2));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        byte[] header = new byte[LONGEST_HEADER];
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            Inflation.upTo(in, header);
        }
        int end = 0;
        while (end < header.length && header[end] != 0) {
            end++;
        }
        String[] words = new String(header, 0, end, StandardCharsets.ISO_8859_1).split(" ", 2);
        long size = words.length == 2 ? Long.parseLong(words[1]) : -1;
        int type = List.of("", "commit", "tree", "blob", "tag").indexOf(words[0]);
        if (size < 0 || size > mostBytes || type <= 0) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] all = Inflation.exactly(in, end + 1 + (int) size);
            return Optional.of(new GitObject(type, Arrays.copyOfRange(all, end + 1, all.length)));
        }
    }

    private @org.jspecify.annotations.Nullable Place place(String id) throws IOException {
        byte[] bytes = Id.bytes(id);
        for (Pack pack : packs) {
            long offset = pack.find(bytes);
            if (offset >= 0) {
                return new Place(pack, offset);
            }
        }
        return null;
    }

    /** Goes down to what is no delta, then up again. */
    private GitObject packed(Place wanted) throws IOException {
        Deque<Place> way = new ArrayDeque<>();
        Deque<byte[]> deltas = new ArrayDeque<>();
        Place place = wanted;
        GitObject object = held.get(place);
        long bytes = 0;
        while (object == null) {
            Entry entry = place.pack().entry(place.offset());
            bytes += entry.size();
            if (entry.size() > mostBytes || bytes > 4 * mostBytes || way.size() > DEEPEST) {
                throw new IOException("Too long");
            }
            byte[] data = place.pack().data(entry);
            if (!entry.isDelta()) {
                object = new GitObject(entry.type(), data);
                hold(place, object);
                break;
            }
            way.push(place);
            deltas.push(data);
            place = entry.baseId().isEmpty() ? new Place(place.pack(), entry.baseOffset()) : place(entry.baseId());
            if (place == null) {
                throw new IOException("Base is missing");
            }
            object = held.get(place);
        }
        while (!deltas.isEmpty()) {
            object = new GitObject(object.type(), Delta.apply(object.bytes(), deltas.pop(), mostBytes));
            hold(way.pop(), object);
        }
        return object;
    }

    private void hold(Place place, GitObject object) {
        if (held.put(place, object) == null) {
            heldBytes += object.bytes().length;
        }
        Iterator<GitObject> oldest = held.values().iterator();
        while (heldBytes > MOST_HELD && oldest.hasNext()) {
            heldBytes -= oldest.next().bytes().length;
            oldest.remove();
        }
    }

    @Override
    public void close() throws IOException {
        for (Pack pack : packs) {
            pack.close();
        }
    }
}
