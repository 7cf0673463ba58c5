package survey.field;

import io.javalin.Javalin;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.io.FilenameUtils;

class FieldReportApp {
  private final ExecutorService disk = Executors.newFixedThreadPool(2);
  private final Path inbox = Path.of("/var/lib/field/inbox");

  public static void main(String... args) {
    var app = new FieldReportApp();
    Javalin.create().post("/reports", app::receive).start(7000);
  }

  void receive(Context ctx) {
    UploadedFile report = ctx.uploadedFile("report");
    if (report == null || report.size() > 5_000_000) {
      throw new BadRequestResponse("report missing or too large");
    }
    ctx.future(() -> CompletableFuture
        .supplyAsync(() -> store(report), disk)
        .thenAccept(stored -> ctx.status(201).json(Map.of("bytes", stored))));
  }

  private long store(UploadedFile report) {
    String extension = FilenameUtils.getExtension(report.filename());
    if (!extension.equals("csv")) {
      throw new BadRequestResponse("only csv reports");
    }
    String name = FilenameUtils.getBaseName(report.filename());
    Path target = inbox.resolve(System.nanoTime() + "-" + name + ".csv");
    try (InputStream in = report.content()) {
      Files.createDirectories(target.getParent());
      return Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
