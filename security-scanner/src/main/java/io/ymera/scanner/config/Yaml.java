package io.ymera.scanner.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML document, which knows its line. Asking it for what isn't there, or is of another type, gives nothing; so checks read as if
 * all were as it should be. Aliases are shared, never copied.
 *
 * @param node null where nothing is
 */
record Yaml(@Nullable Node node) {

    private static final Yaml NOTHING = new Yaml(null);
    private static final int LONGEST = 5_000_000;
    private static final int DEEPEST = 100;
    private static final int MOST_EVENTS = 500_000;
    /** They are not expanded, so that many are no harm. */
    private static final int MOST_ALIASES = 10_000;

    private static final int MOST_MERGES = 10;

    /**
     * The documents of a file.
     *
     * @throws YamlEngineException if it is no YAML, too long, too deep or has too much in it
     */
    static List<Yaml> documents(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(LONGEST)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setAllowDuplicateKeys(true)
                .build();
        count(settings, text);
        List<Yaml> documents = new ArrayList<>();
        for (Node node : new Compose(settings).composeAllFromString(text)) {
            documents.add(new Yaml(node));
        }
        return documents;
    }

    /** What is composed goes down once for each level, so that the depth has to be known before. */
    private static void count(LoadSettings settings, String text) {
        int depth = 0;
        int events = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            Event.ID id = event.getEventId();
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            events++;
            if (depth > DEEPEST || events > MOST_EVENTS) {
                throw new YamlEngineException("Is too deep or too long");
            }
        }
    }

    boolean exists() {
        return node != null
                && !(node instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && List.of("", "~", "null").contains(scalar.getValue()));
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** The value of a key, or of keys one below the other; also where it comes from a merge ({@code <<}). */
    Yaml get(String... keys) {
        Yaml at = this;
        for (String key : keys) {
            at = at.member(key, MOST_MERGES);
        }
        return at;
    }

    private Yaml member(String key, int merges) {
        if (!(node instanceof MappingNode mapping)) {
            return NOTHING;
        }
        Yaml merged = NOTHING;
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                continue;
            }
            if (name.getValue().equals(key)) {
                return new Yaml(tuple.getValueNode());
            }
            if (name.getValue().equals("<<") && merges > 0) {
                merged = merged(new Yaml(tuple.getValueNode()), key, merges - 1).or(merged);
            }
        }
        return merged;
    }

    private static Yaml merged(Yaml from, String key, int merges) {
        if (!from.isSequence()) {
            return from.member(key, merges);
        }
        Yaml found = NOTHING;
        for (Yaml one : from.items()) {
            found = found.or(one.member(key, merges));
        }
        return found;
    }

    /** This, or the other where this is nothing. */
    Yaml or(Yaml other) {
        return exists() ? this : other;
    }

    /** The entries of a list; none if it is no list. */
    List<Yaml> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(Yaml::new).toList()
                : List.of();
    }

    /** A key and its value. */
    record Entry(String key, Yaml name, Yaml value) {}

    /** The members of a mapping; none if it is no mapping. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name) {
                    entries.add(new Entry(name.getValue(), new Yaml(name), new Yaml(tuple.getValueNode())));
                }
            }
        }
        return entries;
    }

    /** The text of a scalar; empty if it is none. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Whether it says yes, as YAML 1.1 and 1.2 say it. */
    boolean isTrue() {
        return List.of("true", "yes", "on").contains(text().toLowerCase(Locale.ROOT));
    }

    boolean isFalse() {
        return List.of("false", "no", "off").contains(text().toLowerCase(Locale.ROOT));
    }

    /** The line, from 1; 1 if it is unknown. */
    int line() {
        return mark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The column, from 1; 1 if it is unknown. */
    int column() {
        return mark().map(mark -> mark.getColumn() + 1).orElse(1);
    }

    private Optional<Mark> mark() {
        return node == null ? Optional.empty() : node.getStartMark();
    }
}
