package io.ymera.scanner.secret.history;

import io.ymera.scanner.finding.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Goes through what the repository in a folder remembers, from the oldest commit that is looked at to the newest. Each version of a file is
 * shown once, with the first commit that has it. What can't be read is said in a note; nothing is thrown, written or run.
 */
public final class GitHistory {

    private static final int DEEPEST = 64;
    private static final int LONGEST_PATH = 1000;
    private static final int LOOKED_AT = 8000;

    private final GitObjects objects;
    private final Bounds bounds;
    private final Visitor visitor;
    private final Set<String> seen = new HashSet<>();
    private int blobs;
    private long bytes;
    private int unread;

    /**
     * How much is looked at, at most.
     *
     * @param commits the newest ones
     * @param blobs versions of files
     * @param bytes of all versions together
     * @param blobBytes of one version
     */
    public record Bounds(int commits, int blobs, long bytes, int blobBytes) {}

    /** Is shown the versions of files. */
    public interface Visitor {
        /** A version of a text file, and the first commit with it. */
        void version(String path, String text, Commit commit);
    }

    private GitHistory(GitObjects objects, Bounds bounds, Visitor visitor) {
        this.objects = objects;
        this.bounds = bounds;
        this.visitor = visitor;
    }

    /**
     * Shows all versions in the repository of {@code root}.
     *
     * @return what was not, or not wholly, looked at
     */
    public static List<Note> walk(Path root, Bounds bounds, Visitor visitor) {
        Optional<GitFolder> folder = GitFolder.of(root);
        if (folder.isEmpty()) {
            boolean elsewhere = Files.exists(root.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
            return elsewhere
                    ? List.of(new Note(".git", "Points to another folder; the history is not looked at"))
                    : List.of();
        }
        List<Note> notes = new ArrayList<>();
        try (GitObjects objects = new GitObjects(folder.get(), bounds.blobBytes())) {
            Set<String> tips = folder.get().tips();
            if (folder.get().has("objects/info/alternates")) {
                notes.add(new Note(".git", "Objects that it borrows from another repository are not looked at"));
            }
            if (tips.isEmpty() && folder.get().has("HEAD") && folder.get().has("reftable")) {
                notes.add(new Note(
                        ".git", "Keeps its references in a form that isn't known; the history is not looked at"));
            }
            if (!objects.whole()) {
                notes.add(new Note(".git", "Some packs can't be read; the history is not wholly looked at"));
            }
            new GitHistory(objects, bounds, visitor).walk(tips, notes);
        } catch (IOException e) {
            notes.add(new Note(".git", "Can't be read; the history is not wholly looked at"));
        }
        return notes;
    }

    private void walk(Set<String> tips, List<Note> notes) {
        List<Commit> commits = commits(tips, notes);
        boolean whole = true;
        for (Commit commit : commits) {
            whole = whole && tree(commit);
        }
        if (!whole) {
            notes.add(new Note(
                    ".git",
                    "Has more than %,d versions of files or %,d bytes; the history is not wholly looked at"
                            .formatted(bounds.blobs(), bounds.bytes())));
        }
        if (unread > 0) {
            notes.add(new Note(
                    ".git",
                    "%,d objects are missing, malformed or too long, and were not looked at".formatted(unread)));
        }
    }

    /** The newest commits, the oldest of them first. */
    private List<Commit> commits(Set<String> tips, List<Note> notes) {
        PriorityQueue<Commit> queue = new PriorityQueue<>(
                Comparator.comparingLong(Commit::committed).reversed().thenComparing(Commit::id));
        for (String tip : tips) {
            commit(tip).ifPresent(queue::add);
        }
        List<Commit> commits = new ArrayList<>();
        while (!queue.isEmpty() && commits.size() < bounds.commits()) {
            Commit commit = queue.remove();
            commits.add(commit);
            for (String parent : commit.parents()) {
                commit(parent).ifPresent(queue::add);
            }
        }
        if (!queue.isEmpty()) {
            notes.add(new Note(".git", "Of the commits only the newest %,d are looked at".formatted(commits.size())));
        }
        Collections.reverse(commits);
        return commits;
    }

    /** A commit that was not yet seen; also that to which a tag points. */
    private Optional<Commit> commit(String id) {
        String at = id;
        for (int i = 0; i < 8 && seen.add(at); i++) {
            Optional<GitObject> object = objects.read(at);
            if (object.isEmpty()) {
                // Where a clone is shallow, parents are missing
                unread++;
                return Optional.empty();
            }
            if (object.get().type() == GitObject.COMMIT) {
                return Commit.parse(at, object.get().bytes());
            }
            String text = new String(object.get().bytes(), StandardCharsets.ISO_8859_1);
            boolean tag = object.get().type() == GitObject.TAG && text.startsWith("object ") && text.length() > 47;
            at = tag ? text.substring(7, 47) : at;
        }
        return Optional.empty();
    }

    /** A folder on the way. */
    private record Folder(String id, String path, int depth) {}

    /** Shows what is new in a commit; false if there is too much. */
    private boolean tree(Commit commit) {
        Deque<Folder> folders = new ArrayDeque<>();
        folders.add(new Folder(commit.tree(), "", 0));
        while (!folders.isEmpty()) {
            Folder folder = folders.remove();
            if (!seen.add(folder.id())) {
                continue;
            }
            Optional<GitObject> object = objects.read(folder.id());
            if (object.isEmpty() || object.get().type() != GitObject.TREE) {
                unread++;
                continue;
            }
            if (!entries(folder, object.get().bytes(), commit, folders)) {
                return false;
            }
        }
        return true;
    }

    private boolean entries(Folder folder, byte[] tree, Commit commit, Deque<Folder> folders) {
        int at = 0;
        while (at < tree.length) {
            int end = at;
            while (end < tree.length && tree[end] != 0) {
                end++;
            }
            if (end + 1 + Id.BYTES > tree.length) {
                unread++;
                return true;
            }
            String[] words = new String(tree, at, end - at, StandardCharsets.UTF_8).split(" ", 2);
            String id = Id.of(tree, end + 1);
            at = end + 1 + Id.BYTES;
            String name = words.length == 2 ? words[1] : "";
            String path = folder.path() + name;
            if (name.isEmpty() || name.indexOf('/') >= 0 || path.length() > LONGEST_PATH) {
                continue;
            }
            if (words[0].equals("40000") && folder.depth() < DEEPEST && !name.equals("node_modules")) {
                folders.add(new Folder(id, path + "/", folder.depth() + 1));
            } else if (words[0].startsWith("100") && !blob(id, path, commit)) {
                return false;
            }
        }
        return true;
    }

    private boolean blob(String id, String path, Commit commit) {
        if (!seen.add(id)) {
            return true;
        }
        Optional<GitObject> object = objects.read(id);
        if (object.isEmpty()) {
            unread++;
            return true;
        }
        byte[] content = object.get().bytes();
        blobs++;
        bytes += content.length;
        if (blobs > bounds.blobs() || bytes > bounds.bytes()) {
            return false;
        }
        if (!binary(content)) {
            visitor.version(path, new String(content, StandardCharsets.UTF_8), commit);
        }
        return true;
    }

    private static boolean binary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
