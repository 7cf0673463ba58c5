package io.ymera.sandbox;

/**
 * A process, or one of its threads in its place, as its {@code stat} tells (proc(5)).
 *
 * @param id where its other files are
 * @param ended whether it has given its memory and its files back
 * @param threads of the process; 0 if it is gone
 * @param residentPages of the process
 */
record Seen(String id, boolean ended, int threads, long residentPages) {

    /** Fields counted from the one behind the program's name, which may have anything in it. */
    private static final int STATE = 0;

    private static final int THREADS = 17;
    private static final int RESIDENT_PAGES = 21;

    static Seen of(String id, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > RESIDENT_PAGES
                ? new Seen(
                        id,
                        fields[STATE].equals("Z") || fields[STATE].equals("X"),
                        Integer.parseInt(fields[THREADS]),
                        Long.parseLong(fields[RESIDENT_PAGES]))
                : new Seen(id, true, 0, 0);
    }
}
