package com.bookbarn.web;

import com.google.gson.Gson;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

@WebServlet(name = "suggest", urlPatterns = "/suggest")
public class SuggestServlet extends HttpServlet {

    private final transient Gson gson = new com.google.gson.GsonBuilder().disableHtmlEscaping().create();
    private final transient TreeSet<String> titles = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    @Override
    public void init() {
        titles.addAll(List.of("Middlemarch", "Moby-Dick", "Mrs Dalloway", "North and South"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String prefix = request.getParameter("q");
        if (prefix == null || prefix.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        List<String> hits = new ArrayList<>(titles.subSet(prefix, prefix + Character.MAX_VALUE));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", prefix);
        answer.put("hits", hits);

        response.setCharacterEncoding("UTF-8");
        response.setContentType("text/html");
        response.setHeader("Cache-Control", "private, max-age=30");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(gson.toJson(answer));
    }
}
