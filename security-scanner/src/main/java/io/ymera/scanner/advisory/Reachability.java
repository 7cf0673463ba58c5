package io.ymera.scanner.advisory;

import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether the code reaches what is vulnerable. That it does not is only said if it can be shown: the code does not use it, and no other
 * component that might is needed beside it.
 */
final class Reachability {

    /**
     * A verdict with its reason and the places that show it.
     *
     * @param unlikely whether the code was looked at and uses nothing of it itself, though that does not prove it
     */
    record Verdict(Vulnerability.Analysis analysis, String detail, List<Location> where, boolean unlikely) {}

    private final Uses uses;
    private final Map<String, Boolean> requiredByOthers = new HashMap<>();

    Reachability(Uses uses, List<Component> components) {
        this.uses = uses;
        components.forEach(component -> component.requires().forEach(key -> requiredByOthers.put(key, true)));
    }

    Verdict of(Component component, List<Advisory> group) {
        List<Advisory.Symbols> symbols = new ArrayList<>();
        boolean allNamed = true;
        for (Advisory advisory : group) {
            for (Advisory.Affected affected : advisory.affected()) {
                if (affected.name().name().equals(component.name())) {
                    symbols.addAll(affected.symbols());
                }
            }
        }
        if (symbols.isEmpty()) {
            return triage("No advisory says which part of it is vulnerable", List.of());
        }
        for (Advisory.Symbols one : symbols) {
            allNamed &= !one.names().isEmpty();
        }
        Uses.Use use = uses.of(component, symbols);
        // Only Go's database also lists what leads to a vulnerable function within its own module
        boolean listed = component.ecosystem() == Ecosystem.GO && allNamed;
        return switch (use.state()) {
            case CALLED ->
                new Verdict(
                        Vulnerability.Analysis.EXPLOITABLE, "The code calls what is vulnerable", use.where(), false);
            case IMPORTED -> triage("The code uses the vulnerable module", use.where());
            case UNCALLED ->
                listed && alone(component, use)
                        ? spared("The code calls none of the functions that lead to what is vulnerable")
                        : unlikely("The code uses the module, but names none of its vulnerable functions", use.where());
            case ABSENT ->
                alone(component, use)
                        ? spared("Nothing uses the vulnerable module")
                        : unlikely("The code does not use it itself; other components may", List.of());
            case UNKNOWN -> triage("It is not known whether the code uses what is vulnerable", List.of());
        };
    }

    /** No code but what was looked at can use it. */
    private boolean alone(Component component, Uses.Use use) {
        return use.whole()
                || (component.direct() && component.graphKnown() && !requiredByOthers.containsKey(component.key()));
    }

    private static Verdict triage(String detail, List<Location> where) {
        return new Verdict(Vulnerability.Analysis.IN_TRIAGE, detail, where, false);
    }

    private static Verdict unlikely(String detail, List<Location> where) {
        return new Verdict(Vulnerability.Analysis.IN_TRIAGE, detail, where, true);
    }

    private static Verdict spared(String detail) {
        return new Verdict(Vulnerability.Analysis.NOT_AFFECTED, detail, List.of(), true);
    }
}
