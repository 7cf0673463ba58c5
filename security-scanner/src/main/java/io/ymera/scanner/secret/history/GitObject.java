package io.ymera.scanner.secret.history;

/**
 * An object of a repository.
 *
 * @param type its number in packs
 * @param bytes its content; not to be changed
 */
record GitObject(int type, byte[] bytes) {

    static final int COMMIT = 1;
    static final int TREE = 2;
    static final int BLOB = 3;
    static final int TAG = 4;
}
