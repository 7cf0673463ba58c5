package io.ymera.scanner.dependency;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the four notations of manifests, with bounds on depth and size. Throws {@link Unreadable} with one sentence if it can't. */
final class TreeReader {

    private static final int DEEPEST = 200;
    private static final int LONGEST = 32_000_000;

    private static final int LONGEST_YAML = 8_000_000;
    private static final int LONGEST_YAML_LINE = 100_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(2_000_000)
                    .build())
            .build();

    private TreeReader() {}

    static Tree json(String text) {
        check(text, LONGEST);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = JSON.createParser(plain)) {
            JsonToken first = parser.nextToken();
            return first == null ? Tree.NONE : json("", first, parser);
        } catch (IOException e) {
            throw new Unreadable("is no JSON", e);
        }
    }

    private static Tree json(String name, JsonToken token, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Tree> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                members.put(member, json(member, next(parser), parser));
            }
            return new Tree(name, "", members, List.of(), line);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Tree> items = new ArrayList<>();
            for (JsonToken item = next(parser); item != JsonToken.END_ARRAY; item = next(parser)) {
                items.add(json("", item, parser));
            }
            return new Tree(name, "", Map.of(), items, line);
        }
        return Tree.scalar(name, token == JsonToken.VALUE_NULL ? "" : parser.getText(), line);
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IOException("It ends too early");
        }
        return token;
    }

    /** Its parser takes time by the square of a line's length. */
    private static void checkLines(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (end - start > LONGEST_YAML_LINE) {
                break;
            }
            start = end + 1;
        }
        int last = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        if (last - start > LONGEST_YAML_LINE) {
            throw new Unreadable("has lines longer than %,d characters".formatted(LONGEST_YAML_LINE), null);
        }
    }

    /** Aliases stay shared, so that no text grows by them; one that contains itself is empty. */
    static Tree yaml(String text) {
        check(text, LONGEST_YAML);
        checkLines(text);
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(LONGEST)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            // Some tools write several documents; the last is that of the project
            Node last = null;
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                last = node;
            }
            return last == null ? Tree.NONE : yaml("", last, new IdentityHashMap<>(), 0);
        } catch (RuntimeException | StackOverflowError e) {
            throw new Unreadable("is no YAML", e);
        }
    }

    private static Tree yaml(String name, Node node, Map<Node, Tree> done, int depth) {
        Tree known = done.get(node);
        if (known != null) {
            return known.name().equals(name)
                    ? known
                    : new Tree(name, known.text(), known.members(), known.items(), known.line());
        }
        if (depth > DEEPEST) {
            throw new Unreadable("is nested too deeply", null);
        }
        done.put(node, Tree.NONE);
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        Tree tree = Tree.NONE;
        if (node instanceof ScalarNode scalar) {
            tree = Tree.scalar(name, scalar.getValue(), line);
        } else if (node instanceof SequenceNode sequence) {
            List<Tree> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(yaml("", item, done, depth + 1));
            }
            tree = new Tree(name, "", Map.of(), items, line);
        } else if (node instanceof MappingNode mapping) {
            Map<String, Tree> members = new LinkedHashMap<>();
            int first = line;
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    int at = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(first);
                    Tree value = yaml(key.getValue(), tuple.getValueNode(), done, depth + 1);
                    members.put(
                            key.getValue(), new Tree(value.name(), value.text(), value.members(), value.items(), at));
                }
            }
            tree = new Tree(name, "", members, List.of(), line);
        }
        done.put(node, tree);
        return tree;
    }

    static Tree toml(String text) {
        check(text, LONGEST);
        return TomlReader.read(text);
    }

    /** Neither a DTD nor an entity of it is read; a file that has one is refused. Comments and attributes are left out. */
    static Tree xml(String text) {
        check(text, LONGEST);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Unreadable("has a document type, which is not read", null);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return element(reader, 0);
                }
            }
            return Tree.NONE;
        } catch (XMLStreamException e) {
            throw new Unreadable("is no XML", e);
        }
    }

    private static Tree element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new Unreadable("is nested too deeply", null);
        }
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        StringBuilder text = new StringBuilder();
        Map<String, Tree> members = new LinkedHashMap<>();
        List<Tree> items = new ArrayList<>();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Tree child = element(reader, depth + 1);
                members.putIfAbsent(child.name(), child);
                items.add(child);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return new Tree(name, text.toString().strip(), members, items, line);
            }
        }
    }

    private static void check(String text, int longest) {
        if (text.length() > longest) {
            throw new Unreadable("is longer than %,d characters".formatted(longest), null);
        }
    }

    /** The file is not what its name says; the message goes on after its path. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
