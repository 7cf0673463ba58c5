package io.ymera.security.scan;

import io.ymera.codebase.CodeBases;
import io.ymera.codebase.lab.JavaTools;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.sandbox.Sandbox;
import io.ymera.security.adapter.AdapterConfig;
import io.ymera.security.adapter.Adapters;
import io.ymera.security.osv.OsvApi;
import io.ymera.security.osv.OsvConfig;
import io.ymera.security.scanner.ScanCache;
import io.ymera.security.scanner.ScannerConfig;
import io.ymera.security.scanner.ScannerProgram;
import io.ymera.security.scanner.Scenes;
import java.util.List;

/** The core of the agent as its beans are wired, with no other scanners. */
final class Wired {

    private Wired() {}

    static Scanning scanning(Sandbox sandbox, ToolsConfig tools, ScannerConfig config, OsvConfig osv) {
        ScanCache cache = new ScanCache(config, Scenes.CLOCK);
        ScannerProgram program = new ScannerProgram(new JavaTools(tools), config, cache, sandbox, Scenes.CLOCK);
        return new Scanning(
                new CodeBases(List.of()),
                program,
                cache,
                new Advisories(config, program, new OsvApi(osv, Scenes.CLOCK)),
                new Adapters(List.of(), Scenes.config(AdapterConfig.class)),
                sandbox,
                Scenes.CLOCK);
    }
}
