package io.ymera.security.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.ymera.security.report.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result of a SARIF log with the rule that it is of, as far as tools agree on where things stand: weaknesses in tags, in relationships
 * or in properties, severities in {@code security-severity} or in the level.
 *
 * @param result as it is
 * @param rule as it is; a missing node if the log does not describe it
 */
record SarifRule(JsonNode result, JsonNode rule) {

    private static final Pattern CWE = Pattern.compile("(?i)\\bcwe[-:/_ ]{0,2}0{0,3}([1-9][0-9]{0,3})\\b");
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 200;
    private static final int MOST = 10;

    /** Its weaknesses by number, as the log says; empty if it does not. */
    List<Integer> weaknesses() {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (JsonNode holder : List.of(result, rule)) {
            for (JsonNode taxon : holder.path("taxa")) {
                taxon(taxon, numbers);
            }
            for (JsonNode relationship : holder.path("relationships")) {
                taxon(relationship.path("target"), numbers);
            }
            texts(holder.path("properties").path("cwe"), numbers);
            texts(holder.path("properties").path("tags"), numbers);
        }
        return numbers.stream().limit(MOST).toList();
    }

    private static void taxon(JsonNode taxon, Set<Integer> numbers) {
        String id = taxon.path("id").asText();
        if (taxon.path("toolComponent").path("name").asText().equals("CWE") && id.matches("(?:CWE-)?[1-9][0-9]{0,3}")) {
            numbers.add(Integer.parseInt(id.replace("CWE-", "")));
        }
    }

    private static void texts(JsonNode texts, Set<Integer> numbers) {
        List<String> all = new ArrayList<>();
        if (texts.isArray()) {
            texts.forEach(each -> all.add(each.asText()));
        } else if (texts.isTextual()) {
            all.add(texts.asText());
        }
        for (String text : all.subList(0, Math.min(MOST_TAGS, all.size()))) {
            Matcher matcher = CWE.matcher(text.substring(0, Math.min(LONGEST_TAG, text.length())));
            while (matcher.find()) {
                numbers.add(Integer.parseInt(matcher.group(1)));
            }
        }
    }

    /** The tags of its rule. */
    Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode tag : rule.path("properties").path("tags")) {
            if (tags.size() < MOST_TAGS) {
                tags.add(tag.asText().toLowerCase(Locale.ROOT));
            }
        }
        return tags;
    }

    Severity severity() {
        return score(result)
                .or(() -> named(result.path("properties").path("issue_severity").asText()))
                .or(() -> score(rule))
                .orElseGet(() -> Severity.ofLevel(result.path("level")
                        .asText(rule.path("defaultConfiguration").path("level").asText("warning"))));
    }

    private static Optional<Severity> score(JsonNode holder) {
        JsonNode score = holder.path("properties").path("security-severity");
        try {
            return score.isValueNode() && !score.isNull()
                    ? Optional.of(Severity.ofScore(Double.parseDouble(score.asText())))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As Bandit has it. */
    private static Optional<Severity> named(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> Optional.of(Severity.CRITICAL);
            case "HIGH" -> Optional.of(Severity.HIGH);
            case "MEDIUM" -> Optional.of(Severity.MEDIUM);
            case "LOW" -> Optional.of(Severity.LOW);
            default -> Optional.empty();
        };
    }

    /** What it says, with its arguments put in. */
    String message() {
        JsonNode message = result.path("message");
        String text = message.path("text").asText("");
        if (text.isEmpty()) {
            String id = message.path("id").asText("default");
            text = rule.path("messageStrings").path(id).path("text").asText("");
        }
        int index = 0;
        String last = "";
        for (JsonNode argument : message.path("arguments")) {
            last = argument.asText();
            text = text.replace("{" + index++ + "}", last);
        }
        // SpotBugs counts arguments that it does not write
        text = text.replaceAll("\\{[0-9]}", Matcher.quoteReplacement(last));
        return text.isBlank() ? rule.path("shortDescription").path("text").asText("") : text;
    }
}
