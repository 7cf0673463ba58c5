package campaign;

import javax.servlet.annotation.WebServlet;

@WebServlet("/spring")
public class SpringLanding extends Landing {
    @Override
    protected String target(String u) {
        return u.isEmpty() ? "/" : super.target(u);
    }
}
