import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

class Stateless {
    void sessions(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable).formLogin(form -> form.permitAll()); // finding: csrf-disabled
    }

    void other(HttpSecurity http) throws Exception {
        http.csrf(protection -> protection.disable()); // finding: csrf-disabled
    }

    void tokens(HttpSecurity http) throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
