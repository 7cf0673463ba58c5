package io.ymera.examination.benchmark;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What benchmarks ran on; numbers from another machine can't be compared.
 *
 * @param processors how many the program may use
 * @param model the processor's name
 * @param runtimes the interpreters with their versions, sorted
 */
@RegisterForReflection
public record Machine(int processors, String model, List<String> runtimes) {

    /** Copies the list. */
    public Machine {
        runtimes = List.copyOf(runtimes);
    }
}
