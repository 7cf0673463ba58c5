package portal.visit;

import org.slf4j.MDC;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class VisitController {
    @GetMapping("/visit")
    RedirectView visit(@RequestParam String from) {
        Visit visit = new Visit(from);
        MDC.put("visit", Integer.toHexString(visit.from().hashCode()));
        if (from.length() > 1) {
            visit.moveTo(visit.from());
        }
        return new RedirectView(visit.home());
    }
}
