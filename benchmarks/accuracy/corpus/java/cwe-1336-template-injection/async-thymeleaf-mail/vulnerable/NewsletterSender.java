package coop.greenbasket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

@RestController
class NewsletterController {

    record Letter(String greeting, List<String> recipients) {
    }

    private final NewsletterSender sender;

    NewsletterController(NewsletterSender sender) {
        this.sender = sender;
    }

    @PostMapping("/depots/letters")
    void send(@RequestBody Letter letter) {
        letter.recipients().forEach(r -> sender.send(r, letter.greeting()));
    }
}

@Service
class NewsletterSender {

    private static final String FRAME = "<html><body>%s<p th:text=\"${depot}\"></p></body></html>";

    private final JavaMailSender mail;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    NewsletterSender(JavaMailSender mail) {
        this.mail = mail;
        engine.setTemplateResolver(new StringTemplateResolver());
    }

    @Async
    public CompletableFuture<Void> send(String recipient, String greeting) {
        try {
            Context model = new Context(Locale.GERMAN);
            model.setVariable("depot", "Depot West");
            model.setVariable("greeting", greeting);
            String html = engine.process(String.format(FRAME, "<h1>" + greeting + "</h1>"), model);
            MimeMessage message = mail.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
            helper.setTo(recipient);
            helper.setSubject("Neues aus dem Depot");
            helper.setText(html, true);
            mail.send(message);
            return CompletableFuture.completedFuture(null);
        } catch (MessagingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
