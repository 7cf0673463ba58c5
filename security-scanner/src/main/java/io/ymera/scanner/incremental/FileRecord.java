package io.ymera.scanner.incremental;

import java.util.Set;

/**
 * What is known of a file by its content, and by what the code base has answered to questions for names.
 *
 * @param path of the file
 * @param hash of its content
 * @param types that it declares, as they are found before it is parsed
 * @param asked names of types and files that it matters whether the code base has them
 * @param outline what it declares
 * @param mentions what is in its functions
 * @param assigned names of members that are assigned to in it
 * @param incomplete whether it could not be read completely
 */
public record FileRecord(
        String path,
        String hash,
        Set<String> types,
        Hashes asked,
        Outline outline,
        Mentions mentions,
        Set<String> assigned,
        boolean incomplete) {}
