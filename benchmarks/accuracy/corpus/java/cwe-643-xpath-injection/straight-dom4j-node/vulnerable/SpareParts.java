package com.tractorpartz.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.dom4j.Document;
import org.dom4j.DocumentException;
import org.dom4j.Node;
import org.dom4j.io.SAXReader;

public class SpareParts extends HttpServlet {

    private Document catalogue;

    @Override
    public void init() throws ServletException {
        SAXReader reader = SAXReader.createDefault();
        try (InputStream in = getServletContext().getResourceAsStream("/WEB-INF/parts.xml")) {
            catalogue = reader.read(in);
        } catch (DocumentException | IOException e) {
            throw new ServletException(e);
        }
    }

    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        String model = req.getParameter("model");
        String year = req.getParameter("year");
        if (model == null || year == null) {
            resp.sendError(400);
            return;
        }
        String path;
        try {
            int known = Integer.parseInt(year);
            path = "/parts/part[@public='yes' and @from <= " + known + " and @model='" + model + "']";
        } catch (NumberFormatException e) {
            resp.sendError(400);
            return;
        }
        List<Node> parts = catalogue.selectNodes(path);
        resp.setContentType("text/plain;charset=UTF-8");
        resp.getWriter().write(parts.stream().map(p -> p.valueOf("@number")).collect(Collectors.joining("\n")));
    }
}
