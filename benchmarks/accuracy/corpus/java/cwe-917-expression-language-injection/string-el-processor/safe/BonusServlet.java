package com.airmilez.bonus;

import jakarta.el.ELException;
import jakarta.el.ELProcessor;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

@WebServlet("/bonus/preview")
public class BonusServlet extends HttpServlet {

    public static class Flight {
        private final int miles;

        public Flight(int miles) {
            this.miles = miles;
        }

        public int getMiles() {
            return miles;
        }
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String booking = Objects.requireNonNullElse(req.getParameter("bookingClass"), "Y");
        ELProcessor el = new ELProcessor();
        el.defineBean("flight", new Flight(Integer.parseInt(req.getParameter("miles"))));
        el.setValue("factor", 2);
        try {
            el.setValue("booking", booking);
            Object miles = el.eval("booking" + " == 'J' ? flight.miles * factor : flight.miles");
            resp.setContentType("text/plain");
            resp.getWriter().print(((Number) miles).longValue());
        } catch (ELException | ClassCastException e) {
            log("bonus formula failed");
            resp.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
