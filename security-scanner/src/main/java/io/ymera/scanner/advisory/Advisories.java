package io.ymera.scanner.advisory;

import io.ymera.scanner.finding.Note;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where advisories come from. {@link OsvMirror} reads them from files; whoever may ask OSV's API writes its answers into a folder for it. */
public interface Advisories {

    /** No mirror: nothing is known, which the scan says. */
    Advisories NONE = packages -> new Answer(
            List.of(), null, List.of(new Note(null, "There is no mirror of advisories, so no vulnerability is known")));

    /** Those about any of these packages, in the order of their ids, without withdrawn ones. Never throws for what it reads. */
    Answer about(Set<PackageName> packages);

    /**
     * What was found.
     *
     * @param newest when the newest record was last changed, those about other packages too; null if there is none
     * @param notes what could not be read
     */
    record Answer(List<Advisory> advisories, @Nullable Instant newest, List<Note> notes) {
        /** Copies the lists. */
        public Answer {
            advisories = List.copyOf(advisories);
            notes = List.copyOf(notes);
        }
    }
}
