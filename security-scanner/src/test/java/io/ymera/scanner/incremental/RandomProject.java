package io.ymera.scanner.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small project of classes that call each other, inherit from each other and keep data in each other's fields; changes at random. */
final class RandomProject {

    private static final int CLASSES = 7;
    private static final int METHODS = 4;
    private static final List<String> FIELDS = List.of("one", "two");

    private final Path root;
    private final String language;
    private final Random random;
    private final TreeMap<Integer, Type> types = new TreeMap<>();
    private String setting = "on";

    /** A class; its file is named by its number, so that the class can be another without the file being another. */
    private static final class Type {
        private String name = "";
        private String folder = "a";
        private int above = -1;
        private String constant = "on";
        private boolean route;
        private String broken = "";
        private final TreeMap<String, List<String>> methods = new TreeMap<>();
    }

    RandomProject(Path root, String language, Random random) {
        this.root = root;
        this.language = language;
        this.random = random;
        for (int i = 0; i < CLASSES; i++) {
            add(i);
        }
    }

    private void add(int number) {
        Type type = new Type();
        type.name = "C" + number;
        type.folder = random.nextBoolean() ? "a" : "b";
        type.above = random.nextInt(3) == 0 ? random.nextInt(CLASSES) : -1;
        type.route = random.nextInt(4) == 0;
        for (int i = 0; i < 1 + random.nextInt(METHODS); i++) {
            type.methods.put("m" + random.nextInt(METHODS), body());
        }
        types.put(number, type);
    }

    private List<String> body() {
        return random.ints(1 + random.nextInt(5), 0, 15)
                .mapToObj(this::statement)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** In Java; the others are made of it. */
    private String statement(int kind) {
        String other = "C" + random.nextInt(CLASSES);
        String method = "m" + random.nextInt(METHODS);
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        return switch (kind) {
            case 0, 1 -> "v = Lib.read();";
            case 2 -> "Lib.run(v);";
            case 3 -> "v = new " + other + "()." + method + "(v);";
            case 4 -> "if (" + other + ".FLAG == \"on\") { Lib.run(v); }";
            case 5 -> "this." + field + " = v;";
            case 6 -> "v = this." + field + ";";
            case 7 -> other + " x = new " + other + "(); x." + field + " = v;";
            case 8 -> "Lib.run(new " + other + "()." + field + ");";
            case 9 -> "Lib.later(() -> Lib.run(v));";
            case 10 -> "if (Lib.getProperty(\"key\") == \"on\") { Lib.run(v); }";
            case 11 -> "v = other." + method + "(v);";
            case 12 -> "Lib.send(\"md5\");";
            case 13 -> "v = \"nothing\";";
            default -> "v = " + other + ".help(v);";
        };
    }

    /** Does one thing of those that people do, and says which. */
    String change() {
        int number = random.nextInt(CLASSES);
        Type type = types.get(number);
        if (type == null) {
            add(number);
            return "add " + number;
        }
        String method = type.methods.firstKey();
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> type.methods.put(method, body());
            case 3 -> type.methods.put("m" + random.nextInt(METHODS), body());
            case 4 -> type.methods.put("m" + random.nextInt(METHODS), type.methods.getOrDefault(method, List.of()));
            case 5 -> type.constant = random.nextBoolean() ? "on" : "off";
            case 6 -> type.above = random.nextInt(CLASSES + 2) - 2;
            case 7 -> types.remove(number);
            case 8 -> type.name = "C" + random.nextInt(CLASSES);
            case 9 -> type.folder = type.folder.equals("a") ? "b" : "a";
            case 10 -> setting = random.nextBoolean() ? "on" : "off";
            case 11 -> type.route = !type.route;
            case 12 ->
                type.broken = List.of("", "}}}} (", "\0", "x".repeat(40_000)).get(random.nextInt(4));
            default -> {
                return "nothing";
            }
        }
        return "change " + number;
    }

    /** Writes all of it. */
    void write() throws IOException {
        try (var old = Files.walk(root)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(root.resolve("app.properties"), "key=" + setting + "\n");
        if (language.equals("java")) {
            Files.createDirectories(root.resolve("a"));
            Files.writeString(
                    root.resolve("a/Face.java"),
                    "package a;\ninterface Face { Object m0(Object v); Object m1(Object v); Object m2(Object v); Object m3(Object v); }\n");
        }
        for (var entry : types.entrySet()) {
            Type type = entry.getValue();
            String extension = language.equals("java") ? "java" : language.equals("python") ? "py" : "js";
            Path file = root.resolve("%s/f%d.%s".formatted(folder(type), entry.getKey(), extension));
            Files.createDirectories(file.getParent());
            String text =
                    switch (language) {
                        case "java" -> java(type);
                        case "python" -> python(type);
                        default -> javascript(type);
                    };
            Files.write(file, (text + type.broken).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String folder(Type type) {
        return language.equals("java") ? type.folder : "a";
    }

    private String java(Type type) {
        StringBuilder text =
                new StringBuilder("package " + type.folder + ";\nimport a.*;\nimport b.*;\nimport lib.Lib;\n");
        text.append("class ")
                .append(type.name)
                .append(type.above < 0 ? "" : " extends C" + type.above)
                .append(" {\n");
        text.append("  static final String FLAG = \"")
                .append(type.constant)
                .append("\";\n  Object one;\n  Object two;\n");
        text.append("  static Object help(Object v) { return v; }\n");
        type.methods.forEach((name, body) -> {
            text.append(type.route ? "  @Route\n" : "")
                    .append("  Object ")
                    .append(name)
                    .append("(Object v, Face other) {\n");
            body.forEach(line -> text.append("    ").append(line).append('\n'));
            text.append("    return v;\n  }\n");
            text.append("  Object ")
                    .append(name)
                    .append("(Object v) { return ")
                    .append(name)
                    .append("(v, new C2()); }\n");
        });
        return text.append("}\n").toString();
    }

    private String python(Type type) {
        StringBuilder text = new StringBuilder("from lib import Lib\n");
        types.forEach((number, other) -> {
            if (other != type && random(type, number)) {
                text.append("from a.f")
                        .append(number)
                        .append(" import ")
                        .append(other.name)
                        .append('\n');
            }
        });
        text.append("class ")
                .append(type.name)
                .append(type.above < 0 ? "" : "(C" + type.above + ")")
                .append(":\n");
        text.append("    FLAG = '")
                .append(type.constant)
                .append("'\n    @staticmethod\n    def help(v):\n        return v\n");
        type.methods.forEach((name, body) -> {
            text.append(type.route ? "    @x.route\n" : "");
            text.append("    def ").append(name).append("(self, v=None, other=None):\n        other = other or C1()\n");
            body.forEach(line -> text.append("        ").append(pythonic(line)).append('\n'));
            text.append("        return v\n");
        });
        text.append("shared = ").append(type.name).append("()\n");
        text.append("shared.").append(type.methods.firstKey()).append("(Lib.read())\n");
        return text.toString();
    }

    private static String pythonic(String java) {
        return java.replaceAll("C(\\d) x = new", "x = new")
                .replace("new ", "")
                .replace("this.", "self.")
                .replaceAll("if \\((.*)\\) \\{ (.*); \\}", "if $1: $2")
                .replace("() ->", "lambda:");
    }

    private String javascript(Type type) {
        StringBuilder text = new StringBuilder("const { Lib } = require('lib');\n");
        types.forEach((number, other) -> {
            if (other != type && random(type, number)) {
                text.append("const { ")
                        .append(other.name)
                        .append(" } = require('./f")
                        .append(number)
                        .append("');\n");
            }
        });
        text.append("class ")
                .append(type.name)
                .append(type.above < 0 ? "" : " extends C" + type.above)
                .append(" {\n");
        text.append("  static FLAG = '").append(type.constant).append("';\n  static help(v) { return v; }\n");
        type.methods.forEach((name, body) -> {
            text.append("  ").append(name).append("(v, other = new C1()) {\n");
            body.forEach(line -> text.append("    ")
                    .append(line.replaceAll("C(\\d) x = new", "const x = new"))
                    .append('\n'));
            text.append("    return v;\n  }\n");
        });
        text.append("}\nmodule.exports = { ").append(type.name).append(" };\n");
        text.append("new ")
                .append(type.name)
                .append("().")
                .append(type.methods.firstKey())
                .append("(Lib.read());\n");
        return text.toString();
    }

    /** Whether a file imports another: always the same as long as neither is another. */
    private static boolean random(Type type, int number) {
        return (type.name.hashCode() + type.methods.hashCode() + number) % 3 != 0;
    }
}
