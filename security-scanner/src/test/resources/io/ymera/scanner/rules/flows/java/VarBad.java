import java.util.*; import java.util.concurrent.*; import java.util.function.*; import java.util.stream.*;
import org.springframework.jdbc.core.JdbcTemplate; import org.springframework.web.bind.annotation.*; import reactor.core.publisher.*;
@RestController
class VarBad {
    private JdbcTemplate jdbc; private String last; private final List<String> items = new ArrayList<>(); private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(); private final ExecutorService pool = Executors.newCachedThreadPool();
    interface Order { String sql(); } static class Raw implements Order { String s; Raw(String s) { this.s = s; } public String sql() { return s; } } static abstract class Base { final String make(String q) { return "select * from t order by " + order(q); } abstract String order(String q); } static class Impl extends Base { String order(String q) { return q; } }
    static class Builder { private String o = ""; Builder order(String s) { o = s; return this; } String build() { return "select * from t order by " + o; } }
    @GetMapping("/1") Object a(@RequestParam String q) { Map<String, String> m = new HashMap<>(); m.put("a", q); return jdbc.queryForList("select * from t order by " + m.get("a")); } // finding: sql-injection
    @GetMapping("/2") Object b(@RequestParam String q) { Order o = new Raw(q); return jdbc.queryForList("select * from t order by " + o.sql()); } // finding: sql-injection
    @GetMapping("/3") Object c(@RequestParam String q) { return jdbc.queryForList(new Impl().make(q)); } // finding: sql-injection
    @GetMapping("/4") Object d(@RequestParam String q) { return jdbc.queryForList(new Builder().order(q).build()); } // finding: sql-injection
    @GetMapping("/5") void e(@RequestParam String q) { last = q; }
    @GetMapping("/6") Object f() { return jdbc.queryForList("select * from t order by " + last); } // finding: sql-injection
    @GetMapping("/7") Object g(@RequestParam String q) { return CompletableFuture.supplyAsync(() -> q.trim()).thenApply(c -> jdbc.queryForList("select * from t order by " + c)).join(); } // finding: sql-injection
    @GetMapping("/8") Object h(@RequestParam String q) { return Mono.just(q).map(String::trim).flatMap(c -> Mono.fromCallable(() -> jdbc.queryForList("select * from t order by " + c))); } // finding: sql-injection
    @GetMapping("/9") Object i(@RequestParam String q) throws Exception { Future<Object> f = pool.submit(() -> jdbc.queryForList("select * from t order by " + q)); return f.get(); } // finding: sql-injection
    @GetMapping("/10") Object j(@RequestParam List<String> q) { return jdbc.queryForList("select * from t where n in (" + q.stream().map(s -> "'" + s + "'").collect(Collectors.joining(",")) + ")"); } // finding: sql-injection
    @GetMapping("/11") Object k(@RequestParam String q) { StringJoiner j = new StringJoiner(" "); j.add("select * from t order by").add(q); return jdbc.queryForList(j.toString()); } // finding: sql-injection
    @GetMapping("/12") Object l(@RequestParam String q) { return jdbc.queryForList(String.join(" ", "select * from t order by", q)); } // finding: sql-injection
    @GetMapping("/13") Object m(@RequestParam String q) { return jdbc.queryForList("select * from t order by %s".formatted(q)); } // finding: sql-injection
    @GetMapping("/14") Object n(@RequestParam String q) { return jdbc.queryForList(java.text.MessageFormat.format("select * from t order by {0}", q)); } // finding: sql-injection
    @GetMapping("/15") Object o(@RequestParam String q) { String s = "select * from t order by :o".replace(":o", q); return jdbc.queryForList(s); } // finding: sql-injection
    @GetMapping("/16") Object p(@RequestParam String q) { Function<String, String> f = s -> "select * from t order by " + s; return jdbc.queryForList(f.apply(q)); } // finding: sql-injection
    @GetMapping("/17") Object r(@RequestParam String q) { Function<String, String> f = this::sql; return jdbc.queryForList(f.andThen(String::trim).apply(q)); } // finding: sql-injection
    private String sql(String q) { return "select * from t order by " + q; }
    @GetMapping("/18") Object s(@RequestParam Optional<String> q) { return jdbc.queryForList("select * from t order by " + q.orElse("id")); } // finding: sql-injection
    @GetMapping("/19") Object t(@RequestParam String q) { var ref = new java.util.concurrent.atomic.AtomicReference<String>(); ref.set(q); return jdbc.queryForList("select * from t order by " + ref.get()); } // finding: sql-injection
    @GetMapping("/20") Object u(@RequestParam String q) { char[] c = q.toCharArray(); return jdbc.queryForList("select * from t order by " + new String(c)); } // finding: sql-injection
    @GetMapping("/21") Object v(@RequestParam String q) { byte[] c = q.getBytes(); return jdbc.queryForList("select * from t order by " + new String(c, java.nio.charset.StandardCharsets.UTF_8)); } // finding: sql-injection
    @GetMapping("/22") Object w(@RequestParam String q) { String[] p = q.split(","); StringBuilder b = new StringBuilder("select * from t order by "); for (int i = 0; i < p.length; i++) { if (i > 0) b.append(','); b.append(p[i]); } return jdbc.queryForList(b.toString()); } // finding: sql-injection
    @GetMapping("/23") Object x(@RequestParam String q) { return jdbc.queryForList(""" // finding: sql-injection
            select * from t order by """ + " " + q); }
    @GetMapping("/24") Object y(@RequestParam Map<String, String> all) { StringBuilder b = new StringBuilder("select * from t where 1=1"); all.forEach((k, v) -> b.append(" and ").append(k).append(" = '").append(v).append("'")); return jdbc.queryForList(b.toString()); } // finding: sql-injection
    @GetMapping("/25") Object z(@RequestParam Map<String, String> all) { StringBuilder b = new StringBuilder("select * from t where 1=1"); for (var e : all.entrySet()) b.append(" and " + e.getKey() + " = ?"); return jdbc.queryForList(b.toString(), all.values().toArray()); } // finding: sql-injection
    @GetMapping("/26") void aa(@RequestParam String q) { queue.add(q); }
    void work() throws Exception { jdbc.queryForList("select * from t order by " + queue.take()); } // finding: sql-injection
    @GetMapping("/27") Object bb(@RequestParam String q) { String c = q == null ? "id" : q; return jdbc.queryForList("select * from t order by " + c); } // finding: sql-injection
    @GetMapping("/28") Object cc(@RequestParam String q) { Object o = q; if (o instanceof String s && !s.isEmpty()) return jdbc.queryForList("select * from t order by " + s); return null; } // finding: sql-injection
    @GetMapping("/29") Object dd(@RequestParam String q) { String c = switch (q.length()) { case 0 -> "id"; default -> { String t = q.strip(); yield t; } }; return jdbc.queryForList("select * from t order by " + c); } // finding: sql-injection
    @GetMapping("/30") Object ee(@RequestParam String q) { return Stream.of(q).map(s -> "select * from t order by " + s).map(jdbc::queryForList).findFirst(); } // finding: sql-injection
    @GetMapping("/31") Object ff(@RequestParam String q) { String d = new String(Base64.getDecoder().decode(q)); return jdbc.queryForList("select * from t order by " + d); } // finding: sql-injection
    @GetMapping("/32") Object gg(@RequestParam String q) throws Exception { var n = new com.fasterxml.jackson.databind.ObjectMapper().readTree(q); return jdbc.queryForList("select * from t order by " + n.get("o").asText()); } // finding: sql-injection
}
