package com.chartwell.desk.io;

import com.chartwell.desk.model.Chart;
import com.chartwell.desk.model.ChartStore;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class SnapshotController {

    private final ChartStore charts;

    SnapshotController(ChartStore charts) {
        this.charts = charts;
    }

    @PostMapping("/charts/restore")
    @ResponseStatus(HttpStatus.CREATED)
    void restore(@RequestPart("snapshot") MultipartFile snapshot) throws IOException {
        try (SnapshotInput in = new SnapshotInput(snapshot.getInputStream())) {
            charts.add(in.read(Chart.class));
        }
    }
}
