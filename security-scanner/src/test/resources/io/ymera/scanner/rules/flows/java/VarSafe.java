import java.util.*; import java.util.concurrent.*; import java.util.function.*; import java.util.stream.*;
import org.springframework.jdbc.core.JdbcTemplate; import org.springframework.web.bind.annotation.*;
import reactor.core.publisher.*;
@RestController
class VarSafe {
    private JdbcTemplate jdbc; private static final boolean DEBUG = false; private String last = "name"; private final Map<String, String> cache = new ConcurrentHashMap<>();
    private final Function<String, String> quote = s -> "safe"; private final ExecutorService pool = Executors.newCachedThreadPool();
    record Query(String text, String order) {} static class Holder { String raw; String clean; Holder(String raw) { this.raw = raw; this.clean = raw.replaceAll("\\W", ""); } String clean() { return clean; } }
    interface Order { String sql(); } static class ByName implements Order { public String sql() { return "name"; } } static class Raw implements Order { String s; Raw(String s) { this.s = s; } public String sql() { return s; } }
    enum Sort { NAME("name"), PRICE("price"); final String column; Sort(String c) { column = c; } static Sort of(String s) { for (Sort x : values()) if (x.name().equalsIgnoreCase(s)) return x; return NAME; } }
    @GetMapping("/1") Object a(@RequestParam String q) { Map<String, String> m = new HashMap<>(); m.put("a", q); m.put("b", "name"); return jdbc.queryForList("select * from t order by " + m.get("b")); }
    @GetMapping("/2") Object b(@RequestParam String q) { List<String> l = new ArrayList<>(); l.add(q); l.add("name"); return jdbc.queryForList("select * from t order by " + l.get(1)); }
    @GetMapping("/3") Object c(@RequestParam String q) { String[] s = {"name", q}; return jdbc.queryForList("select * from t order by " + s[0]); }
    @GetMapping("/4") Object d(@RequestParam String q) { Deque<String> s = new ArrayDeque<>(); s.push(q); s.push("name"); return jdbc.queryForList("select * from t order by " + s.pop()); }
    @GetMapping("/5") Object e(@RequestParam String q) { String s = q; s = "name"; return jdbc.queryForList("select * from t order by " + s); }
    @GetMapping("/6") Object f(@RequestParam String q) { String s = "name"; if (DEBUG) s = q; return jdbc.queryForList("select * from t order by " + s); }
    @GetMapping("/7") Object g(@RequestParam String q) { return jdbc.queryForList("select * from t order by " + new Query(q, "name").order()); }
    @GetMapping("/8") Object h(@RequestParam String q) { return jdbc.queryForList("select * from t order by " + new Holder(q).clean()); }
    @GetMapping("/9") Object i(@RequestParam String q) { Order o = new ByName(); return jdbc.queryForList("select * from t order by " + o.sql()); }
    @GetMapping("/10") Object j(@RequestParam String q) { return jdbc.queryForList("select * from t order by " + Sort.of(q).column); }
    @GetMapping("/11") Object k(@RequestParam String q) { return jdbc.queryForList("select * from t order by " + quote.apply(q)); }
    @GetMapping("/12") Object l(@RequestParam String q) throws Exception { Future<String> f = pool.submit(() -> "name"); return jdbc.queryForList("select * from t order by " + f.get()); }
    @GetMapping("/13") Object m(@RequestParam String q) { return CompletableFuture.supplyAsync(() -> q).thenApply(s -> Sort.of(s).column).thenApply(c -> jdbc.queryForList("select * from t order by " + c)).join(); }
    @GetMapping("/14") Object n(@RequestParam String q) { return Mono.just(q).map(s -> s.length()).map(c -> jdbc.queryForList("select * from t where n = " + c)); }
    @GetMapping("/16") Object p(@RequestParam String q) { Queue<String> s = new LinkedList<>(); s.offer("name"); s.offer(q); return jdbc.queryForList("select * from t order by " + s.poll()); }
    @GetMapping("/17") Object r(@RequestParam String q) { Map<String, Object> m = new HashMap<>(Map.of("sort", q)); m.replace("sort", "name"); return jdbc.queryForList("select * from t order by " + m.get("sort")); }
    @GetMapping("/18") Object s(@RequestParam String q) { Optional<String> o = Optional.of(q).map(x -> "name"); return jdbc.queryForList("select * from t order by " + o.get()); }
    @GetMapping("/20") Object u(@RequestParam String q) { int i = 7; String s = (i > 5) ? "name" : q; return jdbc.queryForList("select * from t order by " + s); }
    @GetMapping("/21") Object v(@RequestParam List<String> q) { return jdbc.queryForList("select * from t where id in (" + q.stream().map(Integer::parseInt).map(String::valueOf).collect(Collectors.joining(",")) + ")"); }
    @GetMapping("/22") Object w(@RequestParam List<Long> q) { return jdbc.queryForList("select * from t where id in (" + q.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")"); }
    @GetMapping("/23") Object x(@RequestParam String q) { String c; switch (q) { case "p": c = "price"; break; default: c = "name"; } return jdbc.queryForList("select * from t order by " + c); }
    @GetMapping("/24") Object y(@RequestParam String q) { cache.put("q", q); return jdbc.queryForList("select * from t order by " + last); }
    @GetMapping("/25") Object z(@RequestParam String q) { try { return jdbc.queryForList("select * from t where id = " + Integer.parseInt(q)); } catch (NumberFormatException e) { return List.of(); } }
    @GetMapping("/26") Object aa(@RequestParam String q) { Supplier<String> s = () -> "name"; return jdbc.queryForList("select * from t order by " + s.get()); }
    @GetMapping("/27") Object bb(@RequestParam String q) { BiFunction<String, String, String> f = (a, b) -> b; return jdbc.queryForList("select * from t order by " + f.apply(q, "name")); }
    @GetMapping("/28") Object cc(@RequestParam String q) { class Loc { String get() { return "name"; } } return jdbc.queryForList("select * from t order by " + new Loc().get()); }
    @GetMapping("/29") Object dd(@RequestParam String q) { record P(String a, String b) {} P p = new P("name", q); if (p instanceof P(String a, String b)) return jdbc.queryForList("select * from t order by " + a); return null; }
    @GetMapping("/30") Object ee(@RequestParam String q) { return jdbc.queryForList("select * from t order by " + Map.of("n", "name", "p", "price").getOrDefault(q, "id")); }
    @GetMapping("/31") Object ff(@RequestParam String q) { String clean = q.chars().filter(Character::isLetterOrDigit).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining()); return jdbc.queryForList("select * from t order by " + clean); }
    @GetMapping("/32") Object gg(@RequestParam String q) { StringBuilder b = new StringBuilder(); for (char c : q.toCharArray()) { if (Character.isLetterOrDigit(c) || c == '_') b.append(c); } return jdbc.queryForList("select * from t order by " + b); }
    @GetMapping("/33") Object hh(@RequestParam String q) { Map<String, String> allowed = new HashMap<>(); allowed.put("n", "name"); String c = allowed.get(q); if (c == null) throw new IllegalArgumentException(q); return jdbc.queryForList("select * from t order by " + c); }
    @GetMapping("/34") Object ii(@RequestParam String q) { ThreadLocal<String> t = new ThreadLocal<>(); t.set("name"); return jdbc.queryForList("select * from t order by " + t.get()); }
}
