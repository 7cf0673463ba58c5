package controllers;

import com.google.common.collect.ImmutableMap;
import com.typesafe.config.Config;
import java.io.File;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import play.mvc.Controller;
import play.mvc.Http;
import play.mvc.Result;

@Singleton
public class Manuals extends Controller {

  private static final ImmutableMap<String, String> FILES =
      ImmutableMap.<String, String>builder()
          .put("drill", "pd-200/manual.pdf")
          .put("sander", "os-17/manual.pdf")
          .put("saw", "cs-9/manual.pdf")
          .build();

  private final File base;

  @Inject
  public Manuals(Config config) {
    base = new File(config.getString("manuals.dir"));
  }

  public Result download(Http.Request request) {
    Optional<String> product = request.queryString("product");
    if (product.isEmpty()) {
      return badRequest("product is missing");
    }
    File manual = product
        .map(p -> FILES.getOrDefault(p, "common/manual.pdf"))
        .map(relative -> new File(base, relative))
        .filter(File::isFile)
        .orElse(null);
    return manual == null ? notFound() : ok(manual, true);
  }

  public Result index() {
    return ok(String.join("\n", FILES.keySet()));
  }
}
