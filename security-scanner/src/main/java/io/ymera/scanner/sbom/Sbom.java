package io.ymera.scanner.sbom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.scanner.advisory.Vulnerability;
import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.dependency.Inventory;
import io.ymera.scanner.dependency.Project;
import io.ymera.scanner.dependency.Scope;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.licence.Expression;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code sbom}: a bill of materials in CycloneDX 1.6. Goes in: an {@link Inventory}, the {@link Vulnerability} records of a scan (none for a bill
 * without them) and a {@link Job}. Comes out: the document as JSON. Vulnerabilities carry their analysis, so the document is a VEX too. The same
 * input gives the same bytes: the serial number is made from the content, and there is no time in it but the one that is given.
 */
public final class Sbom {

    /** RFC 9562's namespace for addresses. */
    private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final String ROOT = "root";
    private static final int MOST_PLACES = 20;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Inventory inventory;
    private final List<Component> components;
    private final Job job;

    private Sbom(Inventory inventory, Job job) {
        this.inventory = inventory;
        this.components = inventory.components();
        this.job = job;
    }

    /**
     * What the document says of its subject.
     *
     * @param name of the code base
     * @param version of it; null if it has none
     * @param now when the document is made; null for none, so that it stays the same
     * @param licences by package URL, for what lock files do not say
     */
    public record Job(
            String name, @Nullable String version, @Nullable Instant now, Map<String, String> licences) {
        /** Copies the map. */
        public Job {
            licences = Map.copyOf(licences);
        }
    }

    /** Writes the document. */
    public static String of(Inventory inventory, List<Vulnerability> vulnerabilities, Job job) {
        return new Sbom(inventory, job).write(vulnerabilities);
    }

    private String write(List<Vulnerability> vulnerabilities) {
        ObjectNode content = JSON.createObjectNode();
        content.set("metadata", metadata());
        ArrayNode all = content.putArray("components");
        components.forEach(component -> all.add(component(component)));
        content.set("dependencies", dependencies());
        ArrayNode known = content.putArray("vulnerabilities");
        vulnerabilities.forEach(one -> known.add(VulnerabilityJson.of(one)));
        ObjectNode document = JSON.createObjectNode();
        document.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.6");
        document.put("serialNumber", "urn:uuid:" + serial(content.toString()));
        document.put("version", 1);
        document.setAll(content);
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of nodes can always be written", e);
        }
    }

    /** As RFC 9562 makes version 5: from a name, here all of the content. */
    private static UUID serial(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
            long most = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
            long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each JVM has SHA-1", e);
        }
    }

    private ObjectNode metadata() {
        ObjectNode metadata = JSON.createObjectNode();
        if (job.now() != null) {
            metadata.put("timestamp", job.now().toString());
        }
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "ymera-security-scanner");
        ObjectNode subject = metadata.putObject("component");
        subject.put("type", "application").put("bom-ref", ROOT).put("name", job.name());
        if (job.version() != null) {
            subject.put("version", job.version());
        }
        ArrayNode parts = subject.putArray("components");
        for (Project project : inventory.projects()) {
            ObjectNode part = parts.addObject();
            part.put("type", "application").put("bom-ref", reference(project)).put("name", project.name());
            if (project.version() != null) {
                part.put("version", project.version());
            }
            if (project.licence() != null) {
                part.set("licenses", licences(List.of(project.licence())));
            }
            property(part, "ymera:manifest", project.path());
        }
        return metadata;
    }

    private static String reference(Project project) {
        return "project:" + project.path();
    }

    private ObjectNode component(Component component) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", "library").put("bom-ref", component.key());
        String name = component.name();
        int cut = component.ecosystem() == Ecosystem.MAVEN
                ? name.indexOf(':')
                : component.ecosystem() == Ecosystem.NPM ? name.indexOf('/') : -1;
        if (cut > 0) {
            json.put("group", name.substring(0, cut));
        }
        json.put("name", cut > 0 ? name.substring(cut + 1) : name);
        if (component.version() != null) {
            json.put("version", component.version());
        }
        json.put(
                "scope",
                switch (component.scope()) {
                    case RUNTIME -> "required";
                    case OPTIONAL -> "optional";
                    case DEV, TEST -> "excluded";
                });
        if (!component.hashes().isEmpty()) {
            ArrayNode hashes = json.putArray("hashes");
            component.hashes().forEach((algorithm, content) -> hashes.addObject()
                    .put("alg", algorithm)
                    .put("content", content));
        }
        List<String> written = component.licences().isEmpty()
                ? Optional.ofNullable(job.licences().get(component.key())).stream()
                        .toList()
                : component.licences();
        if (!written.isEmpty()) {
            json.set("licenses", licences(written));
        }
        json.put("purl", component.key());
        ArrayNode places = json.putObject("evidence").putArray("occurrences");
        for (Location location :
                component.locations().stream().limit(MOST_PLACES).toList()) {
            places.addObject().put("location", location.path()).put("line", location.line());
        }
        property(json, "ymera:scope", component.scope().toString());
        property(json, "ymera:direct", Boolean.toString(component.direct()));
        if (component.version() == null && !component.requirement().isEmpty()) {
            property(json, "ymera:requirement", component.requirement());
        }
        for (List<String> path : component.paths()) {
            property(json, "ymera:path", String.join(" > ", path));
        }
        return json;
    }

    private static void property(ObjectNode of, String name, String value) {
        of.withArray("properties").addObject().put("name", name).put("value", value);
    }

    /** An id of the SPDX list, an expression of such, or else a name; the schema does not let them be mixed. */
    private static ArrayNode licences(List<String> written) {
        ArrayNode licences = JSON.createArrayNode();
        Optional<Expression> expression = Expression.of(String.join(" OR ", written));
        if (expression.isPresent() && expression.get().known()) {
            boolean single = expression.get() instanceof Expression.Licence one
                    && one.exception() == null
                    && !one.toString().endsWith("+");
            if (single) {
                licences.addObject()
                        .putObject("license")
                        .put("id", expression.get().toString());
            } else {
                licences.addObject().put("expression", expression.get().toString());
            }
        } else {
            written.forEach(one -> licences.addObject().putObject("license").put("name", one));
        }
        return licences;
    }

    private ArrayNode dependencies() {
        ArrayNode all = JSON.createArrayNode();
        Set<String> known = new HashSet<>();
        components.forEach(component -> known.add(component.key()));
        dependency(all, ROOT, inventory.projects().stream().map(Sbom::reference).toList());
        for (Project project : inventory.projects()) {
            List<String> direct = new ArrayList<>();
            for (Component component : project.components()) {
                // Where nobody knows what brings it, the project does
                boolean brought = component.paths().stream().anyMatch(path -> path.size() > 1);
                if (component.direct() || !brought) {
                    direct.add(component.key());
                }
            }
            dependency(
                    all, reference(project), direct.stream().distinct().sorted().toList());
        }
        for (Component component : components) {
            dependency(
                    all,
                    component.key(),
                    component.requires().stream()
                            .filter(known::contains)
                            .filter(key -> !key.equals(component.key()))
                            .toList());
        }
        return all;
    }

    private static void dependency(ArrayNode all, String of, List<String> on) {
        ObjectNode dependency = all.addObject().put("ref", of);
        if (!on.isEmpty()) {
            ArrayNode list = dependency.putArray("dependsOn");
            on.forEach(list::add);
        }
    }

    /** Runtime only, as consumers of a released program want it. */
    public static Inventory shipped(Inventory inventory) {
        return new Inventory(
                inventory.projects().stream()
                        .map(project -> new Project(
                                project.path(),
                                project.ecosystem(),
                                project.name(),
                                project.version(),
                                project.licence(),
                                project.locked(),
                                project.components().stream()
                                        .filter(one -> one.scope() == Scope.RUNTIME || one.scope() == Scope.OPTIONAL)
                                        .toList()))
                        .toList(),
                inventory.notes());
    }
}
