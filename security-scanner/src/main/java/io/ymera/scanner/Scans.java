package io.ymera.scanner;

import java.util.ArrayList;
import java.util.List;

/** The scans that there are. */
public final class Scans {

    private Scans() {}

    /** Fresh ones. They may be used for several jobs, one after the other. */
    public static List<Scan> all() {
        List<Scan> all = new ArrayList<>(List.of(new SecurityScan(), new Secrets(), new Settings()));
        all.addAll(new Supply().scans());
        return all;
    }
}
