package io.ymera.local.platform;

import io.ymera.local.process.PartProcess;
import java.util.List;

/**
 * A part and its place in the platform.
 *
 * @param process the part's process
 * @param needs the names of the parts that have to be ready before it is started
 */
public record PlatformPart(PartProcess process, List<String> needs) {
    public PlatformPart {
        needs = List.copyOf(needs);
    }

    /** The part's name. */
    public String name() {
        return process.part().name();
    }
}
