package io.ymera.scanner.dependency;

import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code pyproject.toml} (PEP 621, PEP 735 and Poetry's own), {@code Pipfile} and {@code setup.cfg}. */
final class PythonManifests implements Format {

    @Override
    public boolean reads(String name) {
        return name.equals("pyproject.toml") || name.equals("Pipfile") || name.equals("setup.cfg");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        List<Declared> declared = new ArrayList<>();
        if (file.name().equals("setup.cfg")) {
            setupCfg(file, declared);
            if (!declared.isEmpty()) {
                into.manifests.add(new Manifest(file.path(), Ecosystem.PYPI, "", null, null, declared));
            }
            return;
        }
        Tree toml = TreeReader.toml(file.text());
        if (file.name().equals("Pipfile")) {
            poetry(toml.at("packages"), Scope.RUNTIME, file.path(), declared);
            poetry(toml.at("dev-packages"), Scope.DEV, file.path(), declared);
            into.manifests.add(new Manifest(file.path(), Ecosystem.PYPI, "", null, null, declared));
            return;
        }
        Tree project = toml.at("project");
        list(project.at("dependencies"), Scope.RUNTIME, file.path(), declared);
        for (Tree extra : project.at("optional-dependencies").members().values()) {
            list(extra, Scope.OPTIONAL, file.path(), declared);
        }
        for (Tree group : toml.at("dependency-groups").members().values()) {
            list(group, group(group.name()), file.path(), declared);
        }
        list(toml.at("tool", "uv", "dev-dependencies"), Scope.DEV, file.path(), declared);
        list(toml.at("build-system", "requires"), Scope.DEV, file.path(), declared);
        Tree poetry = toml.at("tool", "poetry");
        poetry(poetry.at("dependencies"), Scope.RUNTIME, file.path(), declared);
        poetry(poetry.at("dev-dependencies"), Scope.DEV, file.path(), declared);
        for (Tree group : poetry.at("group").members().values()) {
            poetry(group.at("dependencies"), group(group.name()), file.path(), declared);
        }
        Tree names = project.text("name").isEmpty() ? poetry : project;
        into.manifests.add(new Manifest(
                file.path(),
                Ecosystem.PYPI,
                PythonRequirement.normal(names.text("name")),
                names.text("version").isEmpty() ? null : names.text("version"),
                licence(names),
                declared));
    }

    private static @Nullable String licence(Tree project) {
        String text = project.text("license").isEmpty() ? project.at("license").text("text") : project.text("license");
        // The table of PEP 621 may hold the whole text
        return text.isEmpty() || text.length() > 200 ? null : text;
    }

    private static Scope group(String name) {
        return name.toLowerCase(Locale.ROOT).contains("test") ? Scope.TEST : Scope.DEV;
    }

    private static void list(Tree list, Scope scope, String path, List<Declared> into) {
        for (Tree item : list.items()) {
            PythonRequirement.of(item.text())
                    .ifPresent(requirement -> into.add(new Declared(
                            requirement.name(),
                            requirement.name(),
                            requirement.specifiers(),
                            PythonRequirement.exact(requirement.specifiers()),
                            requirement.extra() ? Scope.OPTIONAL.within(scope) : scope,
                            Gathered.at(path, item.line()))));
        }
    }

    /** Poetry and Pipenv: {@code name = "^1.2"}, or a table with the version in it. */
    private static void poetry(Tree table, Scope scope, String path, List<Declared> into) {
        for (Tree member : table.members().values()) {
            boolean local = !member.text("path").isEmpty();
            if (member.name().equals("python") || local) {
                continue;
            }
            Tree first = member.items().isEmpty() ? member : member.items().getFirst();
            String wanted = first.text().isEmpty() ? first.text("version") : first.text();
            String bare = wanted.strip();
            boolean exact = Pep440.of(bare).isPresent();
            into.add(new Declared(
                    PythonRequirement.normal(member.name()),
                    PythonRequirement.normal(member.name()),
                    exact ? "==" + bare : bare.equals("*") ? "" : bare,
                    exact ? bare : PythonRequirement.exact(bare),
                    first.is("optional") ? Scope.OPTIONAL.within(scope) : scope,
                    Gathered.at(path, member.line())));
        }
    }

    /** {@code install_requires} and {@code extras_require}: one dependency on each indented line. */
    private static void setupCfg(SourceFile file, List<Declared> into) {
        String section = "";
        String key = "";
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#") || plain.length() > 2000) {
                continue;
            }
            if (plain.startsWith("[") && plain.endsWith("]")) {
                section = plain.substring(1, plain.length() - 1);
                key = "";
                continue;
            }
            String item = plain;
            if (!Character.isWhitespace(line.charAt(0))) {
                int cut = plain.indexOf('=');
                key = cut < 0 ? "" : plain.substring(0, cut).strip();
                item = cut < 0 ? "" : plain.substring(cut + 1).strip();
            }
            boolean runtime = section.equals("options") && key.equals("install_requires");
            boolean extra = section.equals("options.extras_require") && !key.isEmpty();
            if ((runtime || extra) && !item.isEmpty()) {
                Scope scope = runtime ? Scope.RUNTIME : Scope.OPTIONAL;
                int at = number;
                PythonRequirement.of(item)
                        .ifPresent(requirement -> into.add(new Declared(
                                requirement.name(),
                                requirement.name(),
                                requirement.specifiers(),
                                PythonRequirement.exact(requirement.specifiers()),
                                scope,
                                Gathered.at(file.path(), at))));
            }
        }
    }
}
