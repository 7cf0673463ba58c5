package io.ymera.scanner.secret;

import io.ymera.scanner.finding.Severity;

/**
 * A kind of secret: what findings of it say.
 *
 * @param id the rule of its findings
 * @param name what it is, as in {@code GitHub token}
 * @param made true if a machine made it at random, so that nobody can guess it from its hash
 * @param severity in code that is run
 * @param cwe the weakness
 * @param fix what to do, and where to revoke it
 */
record Kind(String id, String name, boolean made, Severity severity, int cwe, String fix) {

    private static final String ELSEWHERE =
            "Change it, and let the program get it from its environment or a store of secrets when it runs.";

    /** Of a variable, a setting or an argument that is called a password. */
    static final Kind PASSWORD = new Kind("hardcoded-password", "password", false, Severity.HIGH, 259, ELSEWHERE);

    /** Of one that is called a key, a token or a secret. */
    static final Kind TOKEN = new Kind("hardcoded-secret", "secret", false, Severity.HIGH, 798, ELSEWHERE);

    /** Of a file in which a program looks for passwords. */
    static final Kind CREDENTIALS_FILE = new Kind(
            "credentials-file",
            "password in a file of credentials",
            false,
            Severity.HIGH,
            256,
            "Change the password, take the file out of the repository, and name it in .gitignore.");

    /** Of a file of hashes, which can be tried out at leisure. */
    static final Kind PASSWORD_HASH = new Kind(
            "password-hash",
            "hash of a password",
            false,
            Severity.MEDIUM,
            256,
            "Take the file out of the repository, and change the passwords whose hashes it has.");

    static final Kind PRIVATE_KEY = new Kind(
            "private-key",
            "private key",
            true,
            Severity.HIGH,
            321,
            "Make a new pair of keys, revoke what was issued for the old one, and keep the private key out of the repository.");

    static final Kind ENCRYPTED_KEY = new Kind(
            "encrypted-private-key",
            "encrypted private key",
            true,
            Severity.LOW,
            321,
            "Its passphrase can be tried out at leisure: keep the key out of the repository.");

    static final Kind KEY_STORE = new Kind(
            "key-store",
            "key store",
            true,
            Severity.LOW,
            321,
            "Its password can be tried out at leisure: keep the file out of the repository, and let the program get it when it starts.");
}
