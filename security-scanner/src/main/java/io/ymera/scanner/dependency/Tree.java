package io.ymera.scanner.dependency;

import java.util.List;
import java.util.Map;

/**
 * A piece of a JSON, YAML, TOML or XML file, read without caring whether it is of the expected type: what is not there, or is something else, is
 * empty. So no reader of a manifest can stumble over a wrong type.
 *
 * @param name of the member or element
 * @param text of a scalar or of an element; empty for all else
 * @param members by name; of an element, the first child of each name
 * @param items of a list; of an element, all children
 * @param line on which it begins, from 1
 */
record Tree(String name, String text, Map<String, Tree> members, List<Tree> items, int line) {

    /** What is not there. */
    static final Tree NONE = new Tree("", "", Map.of(), List.of(), 1);

    static Tree scalar(String name, String text, int line) {
        return new Tree(name, text, Map.of(), List.of(), line);
    }

    /** Whether there is nothing here. */
    boolean none() {
        return equals(NONE);
    }

    /** The member of a member of a … of this name. */
    Tree at(String... names) {
        Tree tree = this;
        for (String step : names) {
            tree = tree.members.getOrDefault(step, NONE);
        }
        return tree;
    }

    /** The text of a member. */
    String text(String member) {
        return at(member).text;
    }

    boolean is(String member) {
        return text(member).equals("true");
    }

    /** All items of this name: what an element has of one kind. */
    List<Tree> all(String element) {
        return items.stream().filter(item -> item.name.equals(element)).toList();
    }
}
