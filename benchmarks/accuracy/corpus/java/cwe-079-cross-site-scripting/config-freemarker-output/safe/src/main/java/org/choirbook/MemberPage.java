package org.choirbook;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

public class MemberPage {

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_32);

  public MemberPage() {
    templates.setTemplateLoader(new ClassTemplateLoader(MemberPage.class, "/views"));
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.UK);
    templates.setLogTemplateExceptions(false);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
  }

  public static void main(String[] args) {
    MemberPage page = new MemberPage();
    Javalin.create().get("/members/{voice}", page::show).start(8081);
  }

  void show(Context ctx) throws IOException, TemplateException {
    StringWriter html = new StringWriter();
    templates.getTemplate("member.ftl").process(
        Map.of("voice", ctx.pathParam("voice"), "season", 2024), html);
    ctx.html(html.toString());
  }
}
