package io.ymera.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Python projects to hand in; they need nothing but the standard library. */
final class Projects {

    private Projects() {}

    /** One test that passes and one that fails. */
    static JsonNode quick() {
        return project("""
                import unittest

                class Sums(unittest.TestCase):
                    def test_right(self):
                        self.assertEqual(4, 2 + 2)

                    def test_wrong(self):
                        self.assertEqual(5, 2 + 2)
                """);
    }

    /** Two tests that pass, of which the second takes {@code seconds}. */
    static JsonNode slow(int seconds) {
        return project("""
                import threading, unittest

                class Slow(unittest.TestCase):
                    def test_a_quick(self):
                        pass

                    def test_b_slow(self):
                        threading.Event().wait(%d)
                """.formatted(seconds));
    }

    /** A project of one file at {@code path}. */
    static JsonNode fileAt(String path) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters
                .putArray("files")
                .addObject()
                .put("path", path)
                .put("content", "")
                .put("encoding", "utf-8");
        return parameters;
    }

    private static JsonNode project(String test) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters
                .putArray("files")
                .addObject()
                .put("path", "test_it.py")
                .put("content", test)
                .put("encoding", "utf-8");
        return parameters;
    }
}
