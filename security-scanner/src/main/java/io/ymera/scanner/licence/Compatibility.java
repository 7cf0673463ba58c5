package io.ymera.scanner.licence;

import java.util.Optional;

/** Whether a component's licence lets it be part of a project's, by the usual reading of the licences (no legal advice). */
final class Compatibility {

    private Compatibility() {}

    /** Why it does not; nothing if it does, or if that is not known. */
    static Optional<String> conflict(Expression project, Expression component) {
        if (component instanceof Expression.Or or) {
            // One may choose
            return or.parts().stream().anyMatch(part -> conflict(project, part).isEmpty())
                    ? Optional.empty()
                    : conflict(project, or.parts().getFirst());
        }
        if (component instanceof Expression.And and) {
            return and.parts().stream()
                    .map(part -> conflict(project, part))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (project instanceof Expression.Or or) {
            // The project offers both, so both have to work
            return or.parts().stream()
                    .map(part -> conflict(part, component))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (project instanceof Expression.And and) {
            return and.parts().stream()
                            .anyMatch(part -> conflict(part, component).isEmpty())
                    ? Optional.empty()
                    : conflict(and.parts().getFirst(), component);
        }
        return project instanceof Expression.Licence own && component instanceof Expression.Licence theirs
                ? conflict(own, theirs)
                : Optional.empty();
    }

    private static Optional<String> conflict(Expression.Licence own, Expression.Licence theirs) {
        if (!own.known() || !theirs.known() || own.id().equals(theirs.id())) {
            return Optional.empty();
        }
        Category category = Category.of(theirs);
        boolean copyleft = category == Category.STRONG_COPYLEFT || category == Category.NETWORK_COPYLEFT;
        if (copyleft && !takes(own, theirs)) {
            return Optional.of("%s asks that the whole program stands under it, but the project is under %s"
                    .formatted(theirs, own));
        }
        boolean gpl2 = own.id().equals("GPL-2.0-only");
        boolean gnu = own.id().startsWith("GPL-") || own.id().startsWith("AGPL-");
        boolean apache = theirs.id().equals("Apache-2.0") && theirs.exception() == null;
        boolean oldBsd = theirs.id().equals("BSD-4-Clause");
        boolean others = theirs.id().startsWith("EPL-")
                || theirs.id().startsWith("CDDL-")
                || theirs.id().equals("MPL-1.1");
        if ((gpl2 && apache) || (gnu && (oldBsd || others))) {
            return Optional.of("%s asks for what %s does not let one ask for".formatted(theirs, own));
        }
        return Optional.empty();
    }

    /** Whether a project under {@code own} may contain what is under another copyleft licence. */
    private static boolean takes(Expression.Licence own, Expression.Licence theirs) {
        String mine = own.id();
        return switch (theirs.id()) {
            case "GPL-2.0-only" -> mine.equals("GPL-2.0-or-later");
            case "GPL-2.0-or-later" -> mine.startsWith("GPL-") || mine.startsWith("AGPL-3.0");
            case "GPL-3.0-only", "GPL-3.0-or-later" ->
                mine.startsWith("GPL-3.0") || mine.startsWith("AGPL-3.0") || mine.equals("GPL-2.0-or-later");
            case "AGPL-3.0-only", "AGPL-3.0-or-later" -> mine.startsWith("AGPL-3.0") || mine.startsWith("GPL-3.0");
            default -> false;
        };
    }
}
