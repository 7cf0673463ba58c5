package portal.profile;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
public class ProfileController {
    private final Profiles profiles;

    public ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @InitBinder("profile")
    void binder(WebDataBinder binder) {
        binder.setAllowedFields("nickname", "city");
    }

    @PostMapping("/profile")
    String save(@ModelAttribute("profile") Profile profile) {
        profiles.store(profile);
        return "redirect:/profile";
    }

    public interface Profiles {
        void store(Profile profile);
    }
}
