package app.gymflow.plans;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

@RestController
class PlanController {

  private final MemberService members;

  PlanController(MemberService members) {
    this.members = members;
  }

  @PostMapping("/checkin")
  Mono<Void> checkIn(@RequestBody CheckIn form, WebSession session) {
    return members.byCard(form.card())
        .switchIfEmpty(Mono.error(new ResponseStatusException(HttpStatus.UNAUTHORIZED)))
        .doOnNext(member -> {
          session.getAttributes().put("member", member.id());
          session.getAttributes().put("plan", form.plan());
        })
        .flatMap(member -> session.changeSessionId());
  }

  @GetMapping("/sauna")
  Mono<Map<String, Boolean>> sauna(WebSession session) {
    return Mono.just(Map.of("open", "premium".equals(session.getAttribute("plan"))));
  }

  record CheckIn(String card, String plan) {
  }

  record Member(long id, String plan) {
  }

  interface MemberService {
    Mono<Member> byCard(String card);
  }
}
