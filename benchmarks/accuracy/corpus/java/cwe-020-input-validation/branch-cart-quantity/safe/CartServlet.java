package shop.order;

import java.io.IOException;
import java.math.BigDecimal;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class CartServlet extends HttpServlet {
    private static final BigDecimal PRICE = new BigDecimal("12.50");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int quantity = Integer.parseInt(request.getParameter("quantity"));
        if (quantity > 99) {
            quantity = 99;
        } else if (quantity <= 0) {
            quantity = 1;
        }
        BigDecimal total = (BigDecimal) request.getSession().getAttribute("total");
        BigDecimal sum = PRICE.multiply(BigDecimal.valueOf(quantity));
        request.getSession().setAttribute("total", total == null ? sum : total.add(sum));
        response.sendRedirect("/checkout");
    }
}
