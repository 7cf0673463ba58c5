package io.ymera.scanner.secret.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against repositories that JGit made: whatever it wrote is read as it was. */
class GitHistoryTest {

    private static final GitHistory.Bounds BOUNDS = new GitHistory.Bounds(1000, 10_000, 100_000_000, 1_000_000);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Git git;

    private int commits;
    private final List<String> seen = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @BeforeEach
    void make() throws GitAPIException {
        git = Git.init().setDirectory(root.toFile()).setInitialBranch("main").call();
    }

    private String commit(String path, String text) throws IOException, GitAPIException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(path).call();
        PersonIdent who =
                new PersonIdent("A", "a@example.com", START.plusSeconds(60L * commits++), ZoneOffset.ofHours(2));
        return git.commit()
                .setMessage("m")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call()
                .name();
    }

    private List<Note> walk(GitHistory.Bounds bounds) {
        return GitHistory.walk(root, bounds, (path, text, commit) -> {
            seen.add(path + "@" + commit.id());
            texts.add(text);
            assertThat(commit.authored()).startsWith("2026-01-01T02:").endsWith("+02:00");
        });
    }

    @Test
    void showsEachVersionWithTheFirstCommitThatHasIt() throws IOException, GitAPIException {
        String first = commit("a/b.txt", "one");
        String second = commit("a/b.txt", "two");
        commit("a/b.txt", "one");

        List<Note> notes = walk(BOUNDS);

        assertThat(seen).containsExactly("a/b.txt@" + first, "a/b.txt@" + second);
        assertThat(texts).containsExactly("one", "two");
        assertThat(notes).isEmpty();
    }

    @Test
    void readsPacksWithDeltasAsTheyWere() throws IOException, GitAPIException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("line ").append(random.nextLong()).append('\n');
        }
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            text.replace(random.nextInt(text.length() - 10), text.length() - 5, "changed " + random.nextLong());
            text.append("\nmore ".repeat(random.nextInt(20))).append(random.nextLong());
            written.add(text.toString());
            commit("big.txt", text.toString());
        }
        git.tag().setName("v1").setMessage("annotated").setSigned(false).call();
        git.gc().call();

        List<Note> notes = walk(BOUNDS);

        assertThat(Files.list(root.resolve(".git/objects/pack"))
                        .anyMatch(file -> file.toString().endsWith(".pack")))
                .isTrue();
        assertThat(texts).isEqualTo(written);
        assertThat(notes).isEmpty();
    }

    @Test
    void seesOtherBranchesAndMergesAndTags() throws IOException, GitAPIException {
        commit("a.txt", "main");
        git.checkout().setCreateBranch(true).setName("side").call();
        String side = commit("b.txt", "side");
        git.tag().setName("kept").setAnnotated(false).call();
        git.checkout().setName("main").call();
        git.branchDelete().setBranchNames("side").setForce(true).call();

        walk(BOUNDS);

        assertThat(seen).contains("b.txt@" + side);
    }

    @Test
    void keepsItsBoundsAndSaysSo() throws IOException, GitAPIException {
        for (int i = 0; i < 10; i++) {
            commit("a" + i + ".txt", "text " + i);
        }

        List<Note> fewCommits = walk(new GitHistory.Bounds(3, 10_000, 1_000_000, 1000));
        List<Note> fewBlobs = walk(new GitHistory.Bounds(1000, 3, 1_000_000, 1000));
        List<Note> fewBytes = walk(new GitHistory.Bounds(1000, 100, 10, 1000));

        assertThat(fewCommits).extracting(Note::text).anyMatch(text -> text.contains("newest 3"));
        assertThat(fewBlobs).extracting(Note::text).anyMatch(text -> text.contains("more than 3 versions"));
        assertThat(fewBytes).extracting(Note::text).anyMatch(text -> text.contains("10 bytes"));
    }

    @Test
    void goesOnWhereObjectsAreBroken() throws IOException, GitAPIException {
        commit("a.txt", "text a");
        commit("b.txt", "text b");
        git.gc().call();
        commit("c.txt", "text c");
        Random random = new Random(3);
        for (Path file : Files.walk(root.resolve(".git/objects"))
                .filter(Files::isRegularFile)
                .toList()) {
            byte[] bytes = Files.readAllBytes(file);
            file.toFile().setWritable(true);
            for (int i = 0; i < 40; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
        }

        assertThat(walk(BOUNDS)).isNotEmpty();
    }

    @Test
    void followsNothingThatLeadsOut(@TempDir Path other) throws IOException, GitAPIException {
        commit("a.txt", "text a");
        Path objects = root.resolve(".git/objects");
        Files.move(objects, other.resolve("objects"));
        Files.createSymbolicLink(objects, other.resolve("objects"));

        List<Note> linked = walk(BOUNDS);
        Files.delete(objects);
        Files.createDirectories(objects.resolve("info"));
        Files.writeString(objects.resolve("info/alternates"), other.resolve("objects") + "\n", StandardCharsets.UTF_8);
        List<Note> borrowed = walk(BOUNDS);

        assertThat(seen).isEmpty();
        assertThat(linked).isNotEmpty();
        assertThat(borrowed).extracting(Note::text).anyMatch(text -> text.contains("borrows"));
    }

    @Test
    void aFileThatNamesAnotherRepositoryIsNotFollowed(@TempDir Path tree) throws IOException, GitAPIException {
        commit("a.txt", "text a");
        Files.writeString(tree.resolve(".git"), "gitdir: " + root.resolve(".git") + "\n");

        List<Note> notes = GitHistory.walk(tree, BOUNDS, (path, text, commit) -> seen.add(path));

        assertThat(seen).isEmpty();
        assertThat(notes).hasSize(1);
    }

    @Test
    void whereThereIsNoRepositoryThereIsNothingToSay(@TempDir Path empty) {
        assertThat(GitHistory.walk(empty, BOUNDS, (path, text, commit) -> seen.add(path)))
                .isEmpty();
    }
}
