package io.ymera.scanner;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.ymera.scanner.finding.Finding;
import io.ymera.scanner.report.Report;
import io.ymera.scanner.report.Reported;
import io.ymera.scanner.report.Sarif;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes what a job gave, as the last line: members in snake case and a fixed order. */
final class ResultJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private ResultJson() {}

    static ObjectMapper mapper() {
        return JSON;
    }

    private record Done(String name, boolean whole) {}

    /** Below {@code result}. */
    static Map<String, Object> of(Scanner.Result result, Job job) {
        Report report = result.report();
        int most = job.options().maxFindings();
        Map<String, Object> members = new LinkedHashMap<>(result.documents());
        members.put(
                "scans",
                report.scans().stream()
                        .map(scan -> new Done(scan.name(), scan.whole()))
                        .toList());
        members.put("verdict", report.verdict());
        members.put("score", report.score().points());
        members.put("lost_points", report.score().lost());
        members.put("counts", report.counts());
        members.put("findings", listed(report.findings(), most));
        members.put("findings_left_out", Math.max(0, report.findings().size() - most));
        members.put("suppressed", listed(report.suppressed(), most));
        members.put("absent", report.absent().stream().limit(most).toList());
        members.put("notes", report.notes());
        if (job.options().sarif()) {
            members.put("sarif", Sarif.log(report));
        }
        return members;
    }

    /** The worst; then in the order of paths again. */
    private static List<Object> listed(List<Reported> all, int most) {
        if (all.size() <= most) {
            return all.stream().map(ResultJson::members).toList();
        }
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing(i -> all.get(i).finding().severity()))
                .limit(most)
                .sorted()
                .map(i -> members(all.get(i)))
                .toList();
    }

    private static Object members(Reported reported) {
        Finding finding = reported.finding();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("scan", finding.scan());
        members.put("rule", finding.rule());
        members.put("cwe", finding.cwe());
        members.put("severity", finding.severity());
        members.put("message", finding.message());
        members.put("fix", finding.fix());
        members.put("location", finding.location());
        members.put("flow", finding.flow());
        members.put("properties", new TreeMap<>(finding.properties()));
        members.put("fingerprint", reported.fingerprint());
        members.put("baseline_state", reported.baselineState());
        members.put("also", reported.also());
        members.put("suppression", reported.suppression());
        return members;
    }
}
