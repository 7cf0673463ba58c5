package io.ymera.bench.examination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A Python project to hand in: twenty tests that pass at once, beside as many modules as are asked for. */
final class Submission {

    static final int TESTS = 20;
    private static final int LINES = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Submission() {}

    /** The parameters of a task. */
    static ObjectNode parameters(int modules) {
        ObjectNode parameters = JSON.createObjectNode();
        ArrayNode files = parameters.putArray("files");
        for (int i = 0; i < modules; i++) {
            files.addObject().put("path", "product/module_%04d.py".formatted(i)).put("content", module());
        }
        files.addObject().put("path", "product/__init__.py").put("content", "");
        files.addObject().put("path", "test_product.py").put("content", tests());
        return parameters;
    }

    private static String module() {
        StringBuilder text = new StringBuilder("\"\"\"A module of some lines.\"\"\"\n");
        for (int i = 0; text.chars().filter(c -> c == '\n').count() < LINES; i++) {
            text.append("""


                    def function_%d(a, b):
                        \"""Adds, or not.\"""
                        if a > b:
                            return a + b
                        return a - b
                    """.formatted(i));
        }
        return text.toString();
    }

    private static String tests() {
        StringBuilder text = new StringBuilder("""
                import unittest

                from product import module_0000


                class ProductTest(unittest.TestCase):
                """);
        for (int i = 0; i < TESTS; i++) {
            text.append("""

                        def test_%d(self):
                            self.assertEqual(module_0000.function_0(%d, 0), %d)
                    """.formatted(i, i + 1, i + 1));
        }
        return text.toString();
    }
}
