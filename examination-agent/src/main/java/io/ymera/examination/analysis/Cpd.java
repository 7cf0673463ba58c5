package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Language;
import io.ymera.codebase.lab.Captured;
import io.ymera.codebase.lab.Workbench;
import io.ymera.examination.analysis.DuplicateBlock.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * PMD's copy-paste detector (Karp-Rabin over tokens; see PMD's documentation of CPD).
 *
 * @param program PMD
 * @param minimumTokens how long a block must be
 */
record Cpd(JavaProgram program, int minimumTokens) {

    private static final int PLACES = 50;
    /** Nothing found, something found, something not read. */
    private static final List<Integer> STATUSES = List.of(0, 4, 5);

    /**
     * A language as CPD knows it.
     *
     * @param language ours
     * @param name its own
     * @param extension what it takes a file for one by
     */
    record Dialect(Language language, String name, String extension) {}

    /**
     * Compares all files that were staged.
     *
     * @param blocks gets each block and all of its places
     * @param unread gets each file that it could not cut into tokens, and why
     * @return why what it said is worth nothing; empty if it did its work
     */
    Optional<String> compare(
            Dialect dialect,
            StagedSources staged,
            Workbench bench,
            BiConsumer<DuplicateBlock, List<Place>> blocks,
            BiConsumer<String, String> unread)
            throws TaskFailedException, InterruptedException {
        List<String> arguments = List.of(
                "cpd",
                "--minimum-tokens",
                Integer.toString(minimumTokens),
                "--language",
                dialect.name(),
                "--format",
                "xml",
                "--dir",
                StagedSources.FOLDER);
        Captured ended = program.run(
                List.of(), arguments, staged.workspace(), program.config().toolTimeout(), bench);
        Optional<String> broken = JavaProgram.broken(ended, STATUSES);
        if (broken.isPresent()) {
            return broken;
        }
        try {
            read(ended.stdout(), dialect, staged, blocks, unread);
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of("what it wrote can't be read");
        }
    }

    private static void read(
            String xml,
            Dialect dialect,
            StagedSources staged,
            BiConsumer<DuplicateBlock, List<Place>> blocks,
            BiConsumer<String, String> unread)
            throws XMLStreamException {
        XMLStreamReader reader = Markup.reader(xml);
        List<Place> places = new ArrayList<>();
        int tokens = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "duplication" -> {
                        tokens = Markup.number(reader, "tokens");
                        places.clear();
                    }
                    case "file" -> place(reader, staged).ifPresent(places::add);
                    case "error" ->
                        staged.path(Markup.text(reader, "filename"))
                                .ifPresent(path -> unread.accept(path, "it can't be cut into tokens"));
                    default -> {
                        // The code itself: whoever reads the report has it
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("duplication")
                    && places.size() > 1) {
                List<Place> sorted = places.stream().sorted().distinct().toList();
                Place first = sorted.getFirst();
                blocks.accept(
                        new DuplicateBlock(
                                dialect.language(),
                                tokens,
                                first.endLine() - first.line() + 1,
                                sorted.subList(0, Math.min(PLACES, sorted.size())),
                                Math.max(0, sorted.size() - PLACES)),
                        sorted);
            }
        }
    }

    /** Files are listed too, without a line. */
    private static Optional<Place> place(XMLStreamReader reader, StagedSources staged) {
        int line = Markup.number(reader, "line");
        int endLine = Markup.number(reader, "endline");
        return line == 0
                ? Optional.empty()
                : staged.path(Markup.text(reader, "path")).map(path -> new Place(path, line, Math.max(line, endLine)));
    }
}
