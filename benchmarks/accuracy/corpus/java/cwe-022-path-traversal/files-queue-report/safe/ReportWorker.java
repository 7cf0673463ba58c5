package batch.reports;

import io.awspring.cloud.sqs.annotation.SqsListener;
import java.io.IOException;
import org.springframework.stereotype.Component;

@Component
class ReportWorker {
    private final ReportWriter writer = new ReportWriter();

    @SqsListener("reports")
    void handle(ReportRequest request) throws IOException {
        writer.write(request, "year;total\n" + request.year() + ";0\n");
    }
}
