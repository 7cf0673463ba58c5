package io.ymera.lab.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for in a file.
 *
 * @param packageName empty for the unnamed one
 * @param imported by their simple names
 * @param wildcards packages and types of which all is imported
 */
record Names(String packageName, Map<String, String> imported, List<String> wildcards) {

    /** All that a written name may stand for inside a type, likeliest first. */
    List<String> candidates(String written, @Nullable SourceType inside) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        String rest = dot < 0 ? "" : written.substring(dot);
        List<String> candidates = new ArrayList<>();
        for (SourceType type = inside; type != null; type = type.outer()) {
            candidates.add(type.sourceName() + "." + written);
            if (type.simpleName().equals(first)) {
                candidates.add(type.sourceName() + rest);
            }
        }
        String imports = imported.get(first);
        if (imports != null) {
            candidates.add(imports + rest);
            return candidates;
        }
        candidates.add(packageName.isEmpty() ? written : packageName + "." + written);
        wildcards.forEach(each -> candidates.add(each + "." + written));
        candidates.add(written);
        return candidates;
    }
}
