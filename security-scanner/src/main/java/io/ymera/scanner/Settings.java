package io.ymera.scanner;

import io.ymera.scanner.config.ConfigScan;
import io.ymera.scanner.source.SourceTree;

/** {@code config_scan}: settings of containers, clusters and workflows. */
final class Settings implements Scan {

    @Override
    public String name() {
        return "config_scan";
    }

    @Override
    public Output run(SourceTree tree, Job job, Progress progress) {
        return Output.of(ConfigScan.scan(tree));
    }
}
