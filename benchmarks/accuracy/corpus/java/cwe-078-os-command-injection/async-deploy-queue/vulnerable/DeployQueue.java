package ops.deploy;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeployQueue {
    private final BlockingQueue<String> versions = new LinkedBlockingQueue<>();

    DeployQueue() {
        Thread.ofVirtual().start(this::drain);
    }

    @PostMapping("/deploy")
    void enqueue(@RequestBody String version) {
        versions.add(version);
    }

    private void drain() {
        try {
            while (true) {
                String version = versions.take();
                new ProcessBuilder("sh", "-c", "helm upgrade app ./chart --set tag=" + version)
                        .inheritIO()
                        .start()
                        .waitFor();
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
