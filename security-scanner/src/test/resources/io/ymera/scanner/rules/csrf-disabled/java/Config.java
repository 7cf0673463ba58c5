import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

class SecurityConfig {
    SecurityFilterChain one(HttpSecurity http) throws Exception {
        http.csrf().disable(); // finding: csrf-disabled
        return http.build();
    }

    SecurityFilterChain two(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.disable()); // finding: csrf-disabled
        return http.build();
    }

    SecurityFilterChain four(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"));
        return http.build();
    }
}
