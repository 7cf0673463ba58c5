package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.rule.Model;
import java.util.stream.Collectors;

/**
 * A place at which data comes in. Two of them are equal, wherever they are, if the same thing is asked for the same: who has checked
 * {@code request.args["x"]} knows it of the next {@code request.args["x"]} too.
 *
 * @param location where
 * @param exposure who can send it
 * @param what it is, with its article
 * @param asked who is asked for what; empty if nobody knows whether the answer is the same each time
 */
record Origin(Location location, Model.Exposure exposure, String what, String asked) {

    /** One that is equal to none elsewhere. */
    Origin(Location location, Model.Exposure exposure, String what) {
        this(location, exposure, what, "");
    }

    /**
     * Where {@code source} gives something that is read.
     *
     * @param root the number of the file whose functions are looked at
     */
    static Origin ofRead(Site site, Model.Source source, Frame frame, int root) {
        String who = who(site, root);
        String asked = who.isEmpty() ? "" : who + "." + site.callee().simpleName();
        return new Origin(site.span().in(frame.unit.path()), source.exposure(), source.what(), asked);
    }

    /** Where {@code source} gives something that is asked for. */
    static Origin ofCall(Site site, Model.Source source, Frame frame, int root) {
        return new Origin(site.span().in(frame.unit.path()), source.exposure(), source.what(), asked(site, root));
    }

    private static String asked(Site site, int root) {
        String who = who(site, root);
        String name = site.callee().simpleName();
        if (who.isEmpty() || site.arguments().isEmpty() && !CommonNames.tells(name)) {
            return "";
        }
        boolean writtenDown = site.arguments().stream()
                .allMatch(each ->
                        each.expression() instanceof Expression.Literal literal && literal.value() instanceof String);
        return writtenDown
                ? site.arguments().stream()
                        .map(each -> "'" + each.value().constantOnly() + "'")
                        .collect(Collectors.joining(",", who + "." + name + "(", ")"))
                : "";
    }

    private static String who(Site site, int root) {
        if (site.receiver() == null) {
            return "";
        }
        Value receiver = site.receiver().value();
        if (receiver.objects().size() == 1) {
            return "#" + receiver.objects().iterator().next();
        }
        // What is the same for one who calls is not for another
        return receiver.symbol() == null ? "" : receiver.symbol() + "@" + root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin that
                && exposure == that.exposure
                && what.equals(that.what)
                && asked.equals(that.asked)
                && (!asked.isEmpty() || location.equals(that.location));
    }

    @Override
    public int hashCode() {
        return asked.isEmpty() ? location.hashCode() : asked.hashCode();
    }
}
