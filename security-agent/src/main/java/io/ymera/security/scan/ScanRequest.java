package io.ymera.security.scan;

import io.ymera.codebase.CodeBase;
import io.ymera.security.report.Baseline;
import io.ymera.security.report.Severity;
import org.jspecify.annotations.Nullable;

/** What all requests for findings have in common: the code, how bad is bad, and what was known before. */
interface ScanRequest extends CodeBase {

    /** For {@code fail_on}: the name of a severity, or {@link #NEVER}. Readable by RE2 and ECMA 262. */
    String FAIL_ON = "^(?:critical|high|medium|low|never)$";

    /** For {@code exposures}. */
    String EXPOSURE = "^(?:remote|local|stored)$";

    /** No finding fails the scan. */
    String NEVER = "never";

    /** What is less bad is counted and left out. */
    Severity minimumSeverity();

    /** With a new finding as bad as this, the scan has failed. */
    String failOn();

    /** What was known before. */
    @Nullable
    Baseline baseline();

    /** Whether other scanners are asked, where they are installed. */
    Boolean adapters();

    /** Whether the report is wanted as a SARIF 2.1.0 log too. */
    Boolean sarif();

    /** The severity that {@link #failOn} means; null for none. */
    default @Nullable Severity threshold() {
        for (Severity severity : Severity.values()) {
            if (severity.toString().equals(failOn())) {
                return severity;
            }
        }
        return null;
    }
}
