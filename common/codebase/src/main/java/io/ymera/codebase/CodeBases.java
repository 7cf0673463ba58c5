package io.ymera.codebase;

import io.quarkus.arc.All;
import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.lab.Workbench;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Takes a code base in, as files or as an archive, and lays it down in a folder of the attempt's. Thread-safe. */
@Singleton
public class CodeBases {

    static final int MOST_FILES = 20_000;
    static final int DEEPEST = 40;
    static final long MOST_BYTES = 256L << 20;

    private final List<Unpacker> unpackers;

    /** With these, of which the first one that is there is used. */
    public CodeBases(@All List<Unpacker> unpackers) {
        this.unpackers = List.copyOf(unpackers);
    }

    /**
     * Takes it in.
     *
     * @throws TaskFailedException permanent: {@code invalid_code_base} if there are not either files or an archive, {@code
     *     invalid_path} or {@code invalid_content} naming the file, {@code invalid_archive} naming what is wrong with it, {@code
     *     no_unpacker} if there is no program to unpack with; retryable, if it can't be written
     */
    public Project project(CodeBase codeBase, Workbench bench) throws TaskFailedException, InterruptedException {
        Archive archive = codeBase.archive();
        if (codeBase.files().isEmpty() == (archive == null)) {
            throw TaskFailedException.permanent(
                    "invalid_code_base", "Hand the code in as files or as an archive, one of the two");
        }
        try {
            Path folder = archive == null ? written(codeBase.files(), bench) : unpacked(archive, bench);
            return new Project(folder, paths(folder));
        } catch (IOException e) {
            throw TaskFailedException.retryable(
                    "workspace_unavailable", "Can't write the workspace: " + e.getMessage());
        }
    }

    private static Path written(List<SourceFile> files, Workbench bench) throws TaskFailedException, IOException {
        Path folder = bench.folder("code").resolve("project");
        SourceTree.write(files, folder);
        return folder;
    }

    private Path unpacked(Archive archive, Workbench bench)
            throws TaskFailedException, IOException, InterruptedException {
        byte[] content;
        try {
            content = Base64.getDecoder().decode(archive.content());
        } catch (IllegalArgumentException e) {
            throw TaskFailedException.permanent("invalid_archive", "It is not valid base64: " + e.getMessage());
        }
        for (Unpacker unpacker : unpackers) {
            if (unpacker.isAvailable()) {
                Path workspace = bench.folder("unpacking");
                Files.write(workspace.resolve(Unpacker.ARCHIVE), content);
                unpacker.unpack(workspace, archive.format(), bench);
                return withoutWrapper(checked(workspace.resolve(Unpacker.UNPACKED)));
            }
        }
        throw TaskFailedException.permanent(
                "no_unpacker",
                "There is nothing on the agent's machine to unpack archives with: install python3 or hand the code in as files");
    }

    /** Nothing but plain files and folders, no more than is allowed. */
    private static Path checked(Path folder) throws TaskFailedException, IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw invalid("there is nothing in it");
        }
        var check = new SimpleFileVisitor<Path>() {
            private int files;
            private long bytes;
            private String wrong = "";

            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return each(each, true, 0);
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                return each(each, attributes.isRegularFile(), attributes.size());
            }

            private FileVisitResult each(Path each, boolean plain, long size) {
                files++;
                bytes += size;
                if (!plain) {
                    wrong = "\"" + folder.relativize(each) + "\" is neither a file nor a folder";
                } else if (files > MOST_FILES || bytes > MOST_BYTES) {
                    wrong = "it has more than " + MOST_FILES + " files or " + (MOST_BYTES >> 20) + " MiB";
                } else if (folder.relativize(each).getNameCount() > DEEPEST) {
                    wrong = "its folders are more than " + DEEPEST + " deep";
                }
                return wrong.isEmpty() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        };
        // Follows no link
        Files.walkFileTree(folder, check);
        if (!check.wrong.isEmpty()) {
            throw invalid(check.wrong);
        }
        return folder;
    }

    /** Archives of a repository have all of it in one folder. */
    private static Path withoutWrapper(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            List<Path> all = new ArrayList<>();
            entries.forEach(all::add);
            boolean wrapped = all.size() == 1 && Files.isDirectory(all.getFirst(), LinkOption.NOFOLLOW_LINKS);
            return wrapped ? all.getFirst() : folder;
        }
    }

    private static List<String> paths(Path folder) throws IOException, TaskFailedException {
        List<String> paths = new ArrayList<>();
        try (var walk = Files.walk(folder)) {
            walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> paths.add(folder.relativize(path).toString()));
        }
        for (String path : paths) {
            if (path.getBytes(StandardCharsets.UTF_8).length > 4000) {
                throw invalid("a path in it is longer than 4,000 bytes");
            }
        }
        return paths;
    }

    private static TaskFailedException invalid(String why) {
        return TaskFailedException.permanent("invalid_archive", "The archive can't be used: " + why);
    }
}
