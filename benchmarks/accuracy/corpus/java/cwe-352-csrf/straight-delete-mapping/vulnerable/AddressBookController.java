package hu.postaljon.contacts;

import java.security.Principal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Configuration
class WebSecurity {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(r -> r.anyRequest().authenticated())
            .csrf(Customizer.withDefaults())
            .formLogin(Customizer.withDefaults())
            .build();
    }
}

@Controller
@RequestMapping("/contacts")
class AddressBookController {

    private final ContactRepository contacts;

    AddressBookController(ContactRepository contacts) {
        this.contacts = contacts;
    }

    @GetMapping
    String list(Model model, Principal user) {
        model.addAttribute("contacts", contacts.findByOwner(user.getName()));
        return "contacts/list";
    }

    @RequestMapping("/{id}/delete")
    @Transactional
    public String delete(@PathVariable long id, Principal user, RedirectAttributes flash) {
        contacts.deleteByIdAndOwner(id, user.getName());
        flash.addFlashAttribute("deleted", true);
        return "redirect:/contacts";
    }

    interface ContactRepository {
        Iterable<?> findByOwner(String owner);

        void deleteByIdAndOwner(long id, String owner);
    }
}
