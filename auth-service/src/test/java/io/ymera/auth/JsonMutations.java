package io.ymera.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes of a good JSON object others that are wrong, odd or hostile; the same ones for the same chance. */
final class JsonMutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random chance;
    private final List<String> naughty;

    JsonMutations(Random chance, List<String> naughty) {
        this.chance = chance;
        this.naughty = naughty;
    }

    /** One more, made of {@code good} by a change or two. */
    byte[] next(String good) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(good);
            for (int changes = 1 + chance.nextInt(2); changes > 0; changes--) {
                change(body);
            }
            byte[] bytes = JSON.writeValueAsBytes(body);
            return chance.nextInt(4) == 0 ? broken(bytes) : bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(good, e);
        }
    }

    private void change(ObjectNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || chance.nextInt(8) == 0 ? text() : names.get(chance.nextInt(names.size()));
        switch (chance.nextInt(3)) {
            case 0 -> body.remove(name);
            default -> body.set(name, value());
        }
    }

    private JsonNode value() {
        return switch (chance.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.nextBoolean());
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(BigInteger.TEN.pow(chance.nextInt(400)));
            case 4 -> NODES.numberNode(chance.nextGaussian() * 1e300);
            case 5 -> NODES.arrayNode().add(text()).add(chance.nextInt());
            case 6 -> NODES.objectNode().put(text(), text());
            case 7 -> deep();
            case 8 -> NODES.textNode("");
            case 9 -> NODES.textNode("x".repeat(1 << chance.nextInt(15)));
            default -> NODES.textNode(text());
        };
    }

    private JsonNode deep() {
        JsonNode inner = NODES.arrayNode();
        for (int depth = chance.nextInt(900); depth > 0; depth--) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    private String text() {
        return naughty.get(chance.nextInt(naughty.size()));
    }

    /** No JSON any more, or hardly. */
    private byte[] broken(byte[] bytes) {
        byte[] copy = bytes.clone();
        switch (chance.nextInt(4)) {
            case 0 -> copy = Arrays.copyOf(copy, chance.nextInt(copy.length));
            case 1 -> copy[chance.nextInt(copy.length)] = (byte) chance.nextInt(256);
            case 2 -> copy = (new String(bytes, UTF_8) + new String(bytes, UTF_8)).getBytes(UTF_8);
            default -> {
                int from = chance.nextInt(copy.length);
                for (int i = from; i < Math.min(copy.length, from + 8); i++) {
                    copy[i] = (byte) chance.nextInt(256);
                }
            }
        }
        return copy;
    }
}
