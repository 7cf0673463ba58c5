import java.io.*;
import java.nio.file.*;

class Temp {
    void make() throws IOException {
        File a = new File("/tmp/report.txt"); // finding: temp-file
        File b = File.createTempFile("report", ".txt"); // finding: temp-file
        Path c = Files.createTempFile("report", ".txt");
        File d = new File("/srv/report.txt");
    }
}
