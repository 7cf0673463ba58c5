package com.museotech.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

@Controller
public class LanguageController {

    private final LocaleResolver locales;

    public LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language")
    public RedirectView change(@RequestParam("lang") Locale lang, @RequestParam("page") String page,
                               HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, lang);
        RedirectView view = new RedirectView(relative(page) ? page : "/");
        view.setExposeModelAttributes(false);
        return view;
    }

    private static boolean relative(String page) {
        try {
            URI uri = new URI(page);
            return !uri.isAbsolute() && !uri.isOpaque() && uri.getPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
