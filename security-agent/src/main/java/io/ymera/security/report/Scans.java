package io.ymera.security.report;

/** The kinds of scans, as capabilities are called. */
public final class Scans {

    /** Static analysis of source code. */
    public static final String SECURITY = "security_scan";

    /** Secrets in files and in history. */
    public static final String SECRET = "secret_scan";

    /** Known vulnerabilities of dependencies. */
    public static final String DEPENDENCY = "dependency_scan";

    /** A bill of materials. */
    public static final String SBOM = "sbom";

    /** Licences of dependencies. */
    public static final String LICENSE = "license_scan";

    /** Dockerfiles, Kubernetes, compose. */
    public static final String CONFIG = "config_scan";

    private Scans() {}
}
