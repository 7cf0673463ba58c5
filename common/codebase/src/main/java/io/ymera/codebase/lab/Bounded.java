package io.ymera.codebase.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.contracts.Json;
import java.util.ArrayList;
import java.util.List;

/** Keeps reports small enough to be handed on, whatever a submission makes tools say. */
public final class Bounded {

    private Bounded() {}

    /**
     * The beginning of a list.
     *
     * @param most how many at most
     * @param mostBytes how many bytes of JSON they may have together
     */
    public static <T> List<T> list(List<T> all, int most, int mostBytes) {
        ObjectMapper json = Json.mapper();
        List<T> kept = new ArrayList<>();
        int bytes = 0;
        for (T each : all) {
            bytes += size(json, each);
            if (kept.size() == most || bytes > mostBytes) {
                break;
            }
            kept.add(each);
        }
        return kept;
    }

    /** The first notes, and one that says how many are left out. */
    public static List<String> notes(List<String> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<String> kept = new ArrayList<>(all.subList(0, most));
        kept.add((all.size() - most) + " more notes are left out");
        return kept;
    }

    private static int size(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsBytes(value).length + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("What is reported can't be written", e);
        }
    }
}
