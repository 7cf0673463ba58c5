package io.ymera.scanner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFindingsTest {

    private static final String GITHUB = "ghp" + "_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17";
    private static final String PASSWORD = "vK7" + "qL9zRw2T";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private static String commit(Git git, String path, String text) throws IOException, GitAPIException {
        Files.writeString(git.getRepository().getWorkTree().toPath().resolve(path), text);
        git.add().addFilepattern(path).call();
        PersonIdent who = new PersonIdent("A", "a@example.com", Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        return git.commit()
                .setMessage("m")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call()
                .name();
    }

    @Test
    void saysWhatTheHistoryKeepsAndSinceWhen() throws IOException, GitAPIException {
        String first;
        String second;
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            first = commit(git, "a.js", "const t = '" + GITHUB + "';\nconst password = '" + PASSWORD + "';\n");
            commit(git, "a.js", "const t = process.env.T;\n\nconst password = '" + PASSWORD + "';\n");
            second = commit(git, "b.js", "const password = '" + PASSWORD + "';\n");
            git.rm().addFilepattern("b.js").call();
            commit(git, "c.js", "1\n");
        }

        List<Finding> findings = SecretScan.scan(SourceTree.of(root, 100, 100_000), SecretScan.Options.defaults())
                .findings();

        assertThat(findings)
                .extracting(finding ->
                        finding.location().path() + ":" + finding.location().line())
                .containsExactly("a.js:3", "a.js:1", "b.js:1");
        assertThat(findings)
                .extracting(finding -> finding.properties().get("commit"))
                .containsExactly(first, first, second);
        assertThat(findings)
                .extracting(finding -> finding.properties().get("in_working_tree"))
                .containsExactly("true", "false", "true");
        assertThat(findings.get(1).properties()).containsEntry("author_date", "2026-01-02T03:04:05Z");
        assertThat(findings.get(1).message()).contains("git history").doesNotContain(GITHUB.substring(4));
    }
}
