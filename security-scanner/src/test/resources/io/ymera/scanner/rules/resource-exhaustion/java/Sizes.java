import jakarta.servlet.http.HttpServletRequest;
import java.util.zip.GZIPInputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Sizes {
    private static final int MOST = 1000;

    byte[] parsed(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        return new byte[size]; // finding: resource-exhaustion
    }

    byte[] bounded(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        if (size > MOST) {
            throw new IllegalArgumentException();
        }
        return new byte[size];
    }

    byte[] smallest(HttpServletRequest request) {
        return new byte[Math.min(MOST, Integer.parseInt(request.getParameter("size")))];
    }

    @GetMapping("/wait")
    void sleep(@RequestParam long millis) throws InterruptedException {
        Thread.sleep(millis * 2); // finding: resource-exhaustion
    }

    byte[] unpacked(HttpServletRequest request) throws Exception {
        return new GZIPInputStream(request.getInputStream()).readAllBytes(); // finding: resource-exhaustion
    }

    byte[] unpackedInPart(HttpServletRequest request) throws Exception {
        return new GZIPInputStream(request.getInputStream()).readNBytes(MOST);
    }
}
