package io.ymera.scanner.taint;

import io.ymera.scanner.source.SourceTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What files of properties say: a program that asks for a setting is likely told this. */
final class Settings {

    private static final int MOST = 10_000;

    private Settings() {}

    /** The values of all keys that have the same value wherever they stand. */
    static Map<String, String> of(SourceTree tree) {
        Map<String, String> settings = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        for (String path : tree.paths()) {
            if (path.endsWith(".properties") && settings.size() < MOST) {
                tree.read(path).ifPresent(file -> add(file.text(), settings, unsure));
            }
        }
        settings.keySet().removeAll(unsure);
        return settings;
    }

    private static void add(String text, Map<String, String> settings, Set<String> unsure) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            // Broken escapes: what cannot be read says nothing
            return;
        }
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key);
            String before = settings.putIfAbsent(key, value);
            if (before != null && !before.equals(value)) {
                unsure.add(key);
            }
        }
    }
}
