package io.ymera.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The program. A job as JSON on standard input ({@link Job}); lines of JSON on standard output: <code>{"progress": {"scan", "done", "total"}}</code>, and as
 * the last <code>{"result": …}</code>. Ends with 0 if there is a result, else with 2 and a sentence on standard error. SIGTERM ends it at any time: it
 * writes nothing that would have to be tidied up.
 */
public final class Main {

    private static final int BAD = 2;

    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        // What a library prints must not come between our lines
        System.setOut(System.err);
        int code = run(System.in, new BufferedOutputStream(out), System.err, Scans.all());
        // A scan may have left threads
        Runtime.getRuntime().halt(code);
    }

    static int run(InputStream in, OutputStream out, PrintStream err, List<Scan> scans) {
        try {
            Job job = JobReader.read(in, scans.stream().map(Scan::name).collect(Collectors.toSet()));
            Scanner.Result result =
                    new Scanner(scans).run(job, (scan, done, total) -> progress(out, new Progress(scan, done, total)));
            line(out, Map.of("result", ResultJson.of(result, job)));
            return 0;
        } catch (BadJobException e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("The code base can't be read, or the result can't be written: " + e);
        } catch (OutOfMemoryError e) {
            err.println("The result needs more memory than there is");
        } catch (InterruptedException e) {
            err.println("The job was interrupted");
        } catch (RuntimeException e) {
            err.println("The scanner broke: " + e);
        } finally {
            err.flush();
        }
        return BAD;
    }

    private record Progress(String scan, int done, int total) {}

    private static void progress(OutputStream out, Progress progress) {
        try {
            line(out, Map.of("progress", progress));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Nobody listens any more", e);
        }
    }

    private static void line(OutputStream out, Map<String, Object> line) throws IOException {
        try {
            ResultJson.mapper().writeValue(out, line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we write is JSON: " + e.getOriginalMessage(), e);
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
