package io.ymera.scanner.dependency;

import org.semver4j.Semver;

/** Whether a version is what a manifest asks for. */
final class Ranges {

    private static final int LONGEST = 200;

    private Ranges() {}

    /** Whether it fits; what can't be read fits, since there is nothing to say against it. */
    static boolean fits(Ecosystem ecosystem, String requirement, String version) {
        if (requirement.isBlank() || requirement.length() > LONGEST || version.length() > LONGEST) {
            return true;
        }
        return switch (ecosystem) {
            case NPM -> semver(requirement, version);
            case CRATES -> semver(caret(requirement), version);
            case PYPI -> python(requirement, version);
            case MAVEN ->
                requirement.indexOf('[') >= 0
                        || requirement.indexOf('(') >= 0
                        || requirement.indexOf('+') >= 0
                        || requirement.contains("latest")
                        || requirement.equals(version);
            case GO -> true;
        };
    }

    private static boolean semver(String requirement, String version) {
        // A tag, an address or a protocol says nothing of versions
        if (requirement.indexOf(':') >= 0 || requirement.indexOf('/') >= 0) {
            return true;
        }
        boolean tag = Character.isLetter(requirement.charAt(0))
                && !requirement.startsWith("v")
                && !requirement.startsWith("x");
        try {
            Semver parsed = Semver.parse(version);
            return tag || parsed == null || parsed.satisfies(requirement, true);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** What stands bare in Cargo.toml is meant with a caret, and a comma means and. */
    private static String caret(String requirement) {
        StringBuilder all = new StringBuilder();
        for (String part : requirement.split(",", 20)) {
            String plain = part.strip().replace(" ", "");
            boolean bare = !plain.isEmpty() && Character.isDigit(plain.charAt(0)) && !plain.contains("*");
            all.append(bare ? "^" : "").append(plain).append(' ');
        }
        return all.toString().strip();
    }

    private static boolean python(String requirement, String version) {
        // Poetry's carets and tildes are npm's
        if (requirement.startsWith("^") || (requirement.startsWith("~") && !requirement.startsWith("~="))) {
            Semver coerced = Semver.coerce(version);
            try {
                return coerced == null || coerced.satisfies(requirement.replace(",", " "), true);
            } catch (RuntimeException e) {
                return true;
            }
        }
        return Pep440.of(version)
                .flatMap(parsed -> parsed.satisfies(requirement))
                .orElse(true);
    }
}
