package f;
import java.io.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;
import javax.servlet.http.*;

class Flow extends HttpServlet {
    static abstract class Base { protected String value; Base(String value) { this.value = value; } abstract String sql(); }
    static class Bad extends Base { Bad(String v) { super(v); } String sql() { return "select " + value; } }
    static class Good extends Base { Good(String v) { super(v); } String sql() { return "select 1"; } }
    record Form(String name, String other) { Form { name = name.trim(); } }
    interface Filter { String apply(String s); }
    static class Holder { private String data; String get() { return data; } void set(String d) { data = d; } }
    enum Kind { A, B; }
    private String last;

    void inherit(HttpServletRequest request, Statement st) throws Exception {
        String p = request.getParameter("p");
        Base b = new Bad(p);
        st.executeQuery(b.sql()); // finding: sql-injection
        Base g = new Good(p);
        st.executeQuery(g.sql());
    }
    void records(HttpServletRequest request, Statement st) throws Exception {
        Form f = new Form(request.getParameter("p"), "x");
        st.executeQuery("a" + f.name()); // finding: sql-injection
        st.executeQuery("a" + f.other());
    }
    void lambdas(HttpServletRequest request, Statement st) throws Exception {
        String p = request.getParameter("p");
        Function<String, String> id = s -> s;
        Function<String, String> fixed = s -> "x";
        st.executeQuery(id.apply(p)); // finding: sql-injection
        st.executeQuery(fixed.apply(p));
        Filter filter = s -> "q" + s;
        st.executeQuery(filter.apply(p)); // finding: sql-injection
        Supplier<String> sup = () -> p;
        st.executeQuery(sup.get()); // finding: sql-injection
    }
    void streams(HttpServletRequest request, Statement st) throws Exception {
        String[] ids = request.getParameterValues("id");
        String all = Arrays.stream(ids).map(s -> "'" + s + "'").collect(Collectors.joining(","));
        st.executeQuery("in (" + all + ")"); // finding: sql-injection
        String nums = Arrays.stream(ids).map(Integer::parseInt).map(String::valueOf).collect(Collectors.joining(","));
        st.executeQuery("in (" + nums + ")");
        String marks = Arrays.stream(ids).map(s -> "?").collect(Collectors.joining(","));
        st.executeQuery("in (" + marks + ")");
        List<Integer> list = Stream.of(ids).map(Integer::valueOf).toList();
        st.executeQuery("in (" + list + ")");
        String q = String.join(",", Collections.nCopies(ids.length, "?"));
        st.executeQuery("in (" + q + ")");
    }
    void optional(HttpServletRequest request, Statement st) throws Exception {
        String p = Optional.ofNullable(request.getParameter("p")).map(String::trim).orElse("x");
        st.executeQuery(p); // finding: sql-injection
        int n = Optional.ofNullable(request.getParameter("p")).map(Integer::parseInt).orElse(1);
        st.executeQuery("a" + n);
        Kind k = Kind.valueOf(request.getParameter("k"));
        st.executeQuery("a" + k.name());
        st.executeQuery("a" + k);
    }
    void async(HttpServletRequest request, Statement st, ExecutorService pool) throws Exception {
        String p = request.getParameter("p");
        pool.submit(() -> { st.executeQuery("a" + p); return null; }); // finding: sql-injection
        CompletableFuture.supplyAsync(() -> request.getParameter("q")).thenApply(s -> "x" + s).thenAccept(s -> run(s, st));
        Future<String> fut = pool.submit(() -> request.getParameter("z"));
        st.executeQuery(fut.get()); // finding: sql-injection
        new Thread(new Runnable() { public void run() { Flow.this.run(p, st); } }).start();
    }
    private void run(String s, Statement st) {
        try { st.executeQuery(s); } catch (SQLException e) { } // finding: sql-injection
    }
    void holders(HttpServletRequest request, Statement st) throws Exception {
        Holder h = new Holder(); h.set(request.getParameter("p"));
        Holder i = new Holder(); i.set("x");
        st.executeQuery(h.get()); // finding: sql-injection
        st.executeQuery(i.get());
        h.set("z");
        st.executeQuery(h.get());
    }
    void arrays(HttpServletRequest request, Statement st) throws Exception {
        String[] a = new String[2];
        a[0] = request.getParameter("p");
        a[1] = "x";
        st.executeQuery(a[0]); // finding: sql-injection
        st.executeQuery(a[1]);
        String[] b = {"x", request.getParameter("p")};
        st.executeQuery(b[1]); // finding: sql-injection
        st.executeQuery(b[0]);
    }
    void consts(HttpServletRequest request, Statement st) throws Exception {
        String p = request.getParameter("p");
        int n = 86;
        String bar = (7 * 42) - n > 200 ? "safe" : p;
        st.executeQuery(bar);
        String bar2; if ((500 / 42) + n > 200) bar2 = "x"; else bar2 = p;
        st.executeQuery(bar2); // finding: sql-injection
        String guess = "ABC"; char c = guess.charAt(2); String bar3;
        switch (c) { case 'A': bar3 = p; break; case 'B': bar3 = "bob"; break; case 'C': case 'D': bar3 = "y"; break; default: bar3 = p; }
        st.executeQuery(bar3);
        boolean debug = false; if (debug) st.executeQuery(p);
        StringBuilder sb = new StringBuilder("x"); sb.append(p); sb = new StringBuilder("y"); st.executeQuery(sb.toString());
        List<String> l = new ArrayList<>(); l.add("a"); l.add(p); l.add("c"); l.remove(0);
        st.executeQuery(l.get(0)); // finding: sql-injection
        st.executeQuery(l.get(1));
        HashMap<String, Object> m = new HashMap<>(); m.put("a", "x"); m.put("b", p);
        st.executeQuery((String) m.get("b")); // finding: sql-injection
        st.executeQuery((String) m.get("a"));
    }
    void loop(HttpServletRequest request, Statement st) throws Exception {
        String sql = "select";
        for (String v : request.getParameterValues("v")) { sql += v; }
        st.executeQuery(sql); // finding: sql-injection
        Enumeration<String> names = request.getHeaders("X");
        while (names.hasMoreElements()) { st.executeQuery(names.nextElement()); } // finding: sql-injection
        Map<String, String[]> map = request.getParameterMap();
        for (Map.Entry<String, String[]> e : map.entrySet()) { st.executeQuery(e.getKey() + e.getValue()[0]); } // finding: sql-injection
        BufferedReader r = request.getReader(); String line; while ((line = r.readLine()) != null) { st.executeQuery(line); } // finding: sql-injection
    }
    void field(HttpServletRequest request, Statement st) throws Exception {
        this.last = request.getParameter("p");
        other(st);
    }
    private void other(Statement st) throws Exception { st.executeQuery(last); } // finding: sql-injection
    void helper(HttpServletRequest request, Statement st) throws Exception {
        st.executeQuery(read(request, "a")); // finding: sql-injection
        st.executeQuery(clean(read(request, "a")));
        String v = read(request, "b"); if (!ok(v)) return; st.executeQuery(v);
        String w = read(request, "c"); check(w); st.executeQuery(w);
        String u = read(request, "d"); if (!ok(u)) { System.out.println("bad"); } st.executeQuery(u); // finding: sql-injection
    }
    private static String read(HttpServletRequest r, String n) { String v = r.getParameter(n); return v == null ? "" : v; }
    private static String clean(String s) { return s.replaceAll("[^a-zA-Z0-9]", ""); }
    private static boolean ok(String s) { return s != null && s.matches("\\w+"); }
    private static void check(String s) { if (!s.matches("[a-z]{1,9}")) throw new IllegalArgumentException(); }
    void tries(HttpServletRequest request, Statement st) throws Exception {
        String p = request.getParameter("p"); int n;
        try { n = Integer.parseInt(p); } catch (NumberFormatException e) { n = 0; }
        st.executeQuery("a" + n);
        String q = "x"; try { q = request.getParameter("q"); } finally { System.out.println(); } st.executeQuery(q); // finding: sql-injection
        Object o = request.getParameter("o"); if (o instanceof String s && !s.isEmpty()) { st.executeQuery(s); } // finding: sql-injection
        if (!(o instanceof String t)) return; st.executeQuery(t); // finding: sql-injection
        String sw = switch (p) { case "a", "b" -> p; default -> "c"; }; st.executeQuery(sw);
        String sx = switch (p.length()) { case 1 -> p; default -> "c"; }; st.executeQuery(sx); // finding: sql-injection
        synchronized (this) { st.executeQuery(p); } // finding: sql-injection
    }
}
