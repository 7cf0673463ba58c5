package io.ymera.scanner.incremental;

/** What is remembered of each language. */
public interface Memories {

    /** Nothing, and it stays so. */
    Memories NONE = new Memories() {
        @Override
        public Memory of(String language) {
            return Memory.NONE;
        }

        @Override
        public void keep(String language, Memory memory) {}

        @Override
        public void forged(String language) {}
    };

    /** What is remembered of a language, or {@link Memory#NONE}. */
    Memory of(String language);

    /** Remembers this from now on. */
    void keep(String language, Memory memory);

    /** Is told that what was remembered can't have been written by this program. */
    void forged(String language);
}
