package controllers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.inject.Inject;
import models.Member;
import models.MemberRepository;
import play.data.Form;
import play.data.FormFactory;
import play.mvc.Controller;
import play.mvc.Http;
import play.mvc.Result;
import play.mvc.Security;

@Security.Authenticated
public class ProfileController extends Controller {

    private static final String[] EDITABLE = {"displayName", "city", "newsletter"};

    private final Form<Member> form;
    private final MemberRepository members;

    @Inject
    public ProfileController(FormFactory forms, MemberRepository members) {
        this.form = forms.form(Member.class);
        this.members = members;
    }

    public CompletionStage<Result> save(Http.Request request) {
        String login = request.attrs().get(Security.USERNAME);
        Form<Member> filled = form.bindFromRequest(request, EDITABLE);
        if (filled.hasErrors()) {
            return CompletableFuture.completedFuture(badRequest(String.join(", ", EDITABLE)));
        }
        return members.byLogin(login)
            .thenCompose(member -> members.save(member.merge(filled.get())))
            .thenApply(member -> redirect("/profile"));
    }
}
