package automation;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScriptJobs {
    private static final List<String> JOBS = List.of("jobs.rotate()", "jobs.compact()", "jobs.report()");

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Object jobs;

    ScriptJobs(Object jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/jobs")
    void submit(@RequestBody String job) {
        pool.submit(() -> run(job.isBlank() ? JOBS.get(0) : job));
    }

    private Object run(String script) throws ScriptException {
        var engine = new ScriptEngineManager().getEngineByName("groovy");
        engine.put("jobs", jobs);
        return engine.eval(script);
    }
}
