package controllers;

import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import play.data.DynamicForm;
import play.data.FormFactory;
import play.mvc.Controller;
import play.mvc.Http;
import play.mvc.Result;
import play.twirl.api.Html;

public class EnrolmentController extends Controller {

    private final FormFactory forms;

    @Inject
    public EnrolmentController(FormFactory forms) {
        this.forms = forms;
    }

    public Result overview() {
        return ok(panel(Map.of("heading", "Courses", "hint", "Pick one of the courses")));
    }

    public Result enrol(Http.Request request) {
        DynamicForm form = forms.form().bindFromRequest(request);
        Map<String, String> model = new HashMap<>();
        model.put("course", form.get("course"));
        model.put("hint", form.get("remark"));
        model.put("heading", "Enrolment received");
        if (form.hasErrors()) {
            return badRequest(panel(Map.of("heading", "Sorry", "hint", "The form was incomplete")));
        }
        model.put("hint", "Enrolment received, we will be in touch");
        return ok(panel(model));
    }

    private static Html panel(Map<String, String> model) {
        StringBuilder body = new StringBuilder("<div class='panel'>");
        body.append("<h2>").append(model.get("heading")).append("</h2>");
        body.append("<p>").append(model.get("hint")).append("</p>");
        return Html.apply(body.append("</div>").toString());
    }
}
