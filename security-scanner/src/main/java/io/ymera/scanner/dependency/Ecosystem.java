package io.ymera.scanner.dependency;

/** Where packages come from. */
public enum Ecosystem {
    /** Maven and Gradle; names are {@code group:artifact}. */
    MAVEN("Maven", "maven"),
    /** npm, pnpm and yarn; names may begin with {@code @scope/}. */
    NPM("npm", "npm"),
    /** pip, Poetry, uv and Pipenv; names as PEP 503 normalises them. */
    PYPI("PyPI", "pypi"),
    /** Go; names are module paths. */
    GO("Go", "golang"),
    /** Cargo. */
    CRATES("crates.io", "cargo");

    private final String osv;
    private final String purl;

    Ecosystem(String osv, String purl) {
        this.osv = osv;
        this.purl = purl;
    }

    /** As the OSV schema names it. */
    public String osv() {
        return osv;
    }

    /** The type of its package URLs. */
    public String purl() {
        return purl;
    }

    /** A name as this ecosystem compares it: Python's as PEP 503 says, all others as they are. */
    public String normal(String name) {
        return this == PYPI ? PythonRequirement.normal(name) : name;
    }
}
