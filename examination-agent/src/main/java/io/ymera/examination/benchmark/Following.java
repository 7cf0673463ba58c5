package io.ymera.examination.benchmark;

import io.ymera.agent.TaskContext;
import io.ymera.sandbox.OutputListener;
import java.util.List;

/** Tells a client, second by second, how a load test goes. */
final class Following implements OutputListener {

    private final SealedOutput<LoadLine> output;
    private final LoadTestRequest request;
    private final TaskContext context;
    private int told;

    Following(SealedOutput<LoadLine> output, LoadTestRequest request, TaskContext context) {
        this.output = output;
        this.request = request;
        this.context = context;
    }

    @Override
    public synchronized void stdout(byte[] bytes) {
        output.stdout(bytes);
        List<LoadLine> lines = output.lines();
        for (LoadLine line : lines.subList(told, lines.size())) {
            if ("ready".equals(line.event())) {
                context.progress(0, "the server is ready; loading it");
            } else if ("progress".equals(line.event()) && line.second() != null) {
                context.progress(
                        (double) line.second() / request.durationSeconds(),
                        "second " + line.second() + " of " + request.durationSeconds() + ": " + line.sent()
                                + " requests answered or given up, " + line.failed() + " failed");
            }
        }
        told = lines.size();
    }

    @Override
    public void stderr(byte[] bytes) {
        output.stderr(bytes);
    }
}
