package io.ymera.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ymera.scanner.advisory.Advisories;
import io.ymera.scanner.advisory.DependencyScan;
import io.ymera.scanner.advisory.OsvMirror;
import io.ymera.scanner.advisory.SourceUses;
import io.ymera.scanner.advisory.Vulnerability;
import io.ymera.scanner.dependency.Inventory;
import io.ymera.scanner.finding.Findings;
import io.ymera.scanner.licence.Expression;
import io.ymera.scanner.licence.LicencePolicy;
import io.ymera.scanner.licence.LicenceScan;
import io.ymera.scanner.sbom.Sbom;
import io.ymera.scanner.source.SourceTree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a code base is made of, and the three scans of that: {@code dependency_scan}, {@code sbom} and {@code license_scan}. They share the manifests,
 * which are read once, and what is known of vulnerabilities, which the bill of materials names.
 */
final class Supply {

    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable SourceTree tree;
    private @Nullable Inventory inventory;
    private DependencyScan.@Nullable Result vulnerable;

    /** Some work of one of the three scans. */
    private interface Work {
        Scan.Output run(SourceTree tree, Job job) throws Exception;
    }

    private record Named(String name, Work work) implements Scan {
        @Override
        public Output run(SourceTree tree, Job job, Progress progress) throws Exception {
            return work.run(tree, job);
        }
    }

    List<Scan> scans() {
        return List.of(
                new Named(DependencyScan.SCAN, this::dependencies),
                new Named("sbom", this::billOfMaterials),
                new Named(LicenceScan.SCAN, this::licences));
    }

    private Inventory inventory(SourceTree tree) {
        Inventory known = inventory;
        if (known == null || this.tree != tree) {
            known = Inventory.of(tree);
            this.tree = tree;
            inventory = known;
            vulnerable = null;
        }
        return known;
    }

    private static Instant now(Job job) {
        return job.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private DependencyScan.Result vulnerable(SourceTree tree, Job job) {
        Inventory of = inventory(tree);
        DependencyScan.Result known = vulnerable;
        if (known == null) {
            Advisories advisories = job.options().advisories() == null
                    ? Advisories.NONE
                    : new OsvMirror(job.options().advisories());
            known = DependencyScan.run(of, new DependencyScan.Job(advisories, new SourceUses(tree), now(job)));
            vulnerable = known;
        }
        return known;
    }

    private Scan.Output dependencies(SourceTree tree, Job job) {
        DependencyScan.Result result = vulnerable(tree, job);
        ObjectNode freshness = JSON.createObjectNode();
        Instant newest = result.advisoriesOf();
        freshness.put("advisories", newest == null ? null : newest.toString());
        return new Scan.Output(result.findings(), Map.of("freshness", freshness));
    }

    /** With what is known of vulnerabilities, if there are advisories. */
    private Scan.Output billOfMaterials(SourceTree tree, Job job) throws JsonProcessingException {
        Inventory of = inventory(tree);
        List<Vulnerability> known = job.options().advisories() == null
                ? List.of()
                : vulnerable(tree, job).vulnerabilities();
        String document = Sbom.of(
                of,
                known,
                new Sbom.Job(job.name(), null, now(job), job.options().knownLicences()));
        return new Scan.Output(new Findings(List.of(), of.notes()), Map.of("sbom", JSON.readTree(document)));
    }

    private Scan.Output licences(SourceTree tree, Job job) {
        JsonNode written = job.options().licencePolicy();
        LicencePolicy policy = written == null ? LicencePolicy.distribution() : LicencePolicyReader.read(written);
        LicenceScan.Result result = LicenceScan.run(
                tree, inventory(tree), new LicenceScan.Job(policy, job.options().knownLicences()));
        ObjectNode licences = JSON.createObjectNode();
        ObjectNode own = licences.putObject("own");
        result.own().forEach((path, expression) -> own.put(path, expression.toString()));
        ArrayNode components = licences.putArray("components");
        for (LicenceScan.Licensed one : result.licensed()) {
            Expression expression = one.expression();
            components
                    .addObject()
                    .put("purl", one.component().key())
                    .put("licence", expression == null ? null : expression.toString())
                    .put("written", one.written())
                    .put("decision", one.decision().name().toLowerCase(java.util.Locale.ROOT));
        }
        return new Scan.Output(result.findings(), Map.of("licences", licences));
    }
}
