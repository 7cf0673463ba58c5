package io.ymera.examination.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/** What a verification comes to. */
@RegisterForReflection
public enum QualityVerdict {
    /** Every gate is passed. */
    PASSED,
    /** A gate is not. */
    FAILED,
    /** No gate is failed, but of one nobody knows. */
    INCOMPLETE,
    /** The code under test interfered with its examination; nothing that it reports can be believed. */
    TAMPERED;

    /** The verdict that gates make together. */
    static QualityVerdict of(List<Gate> gates) {
        if (gates.stream()
                .anyMatch(gate -> gate.name().equals(Gates.NO_TAMPERING) && gate.status() == Gate.Status.FAILED)) {
            return TAMPERED;
        }
        if (gates.stream().anyMatch(gate -> gate.status() == Gate.Status.FAILED)) {
            return FAILED;
        }
        return gates.stream().allMatch(gate -> gate.status() == Gate.Status.PASSED) ? PASSED : INCOMPLETE;
    }

    /** In lower case, for JSON. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
