package de.kuechenheft.notes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/recipes/{id}/notes")
public class RecipeNotes {

    private final Map<Long, String> notes = new ConcurrentHashMap<>();
    private final Cleaner cleaner = new Cleaner(Safelist.basic());

    @PutMapping(consumes = "text/html")
    public ResponseEntity<Void> save(@PathVariable long id, @RequestBody String html) {
        Document draft = Jsoup.parseBodyFragment(html);
        draft.outputSettings().prettyPrint(false);
        if (!cleaner.isValid(draft)) {
            draft.title("notes of recipe " + id);
        }
        notes.put(id, draft.body().html());
        return ResponseEntity.noContent().build();
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    public String read(@PathVariable long id) {
        return "<section class=\"notes\">" + notes.getOrDefault(id, "<p>Noch keine Notizen.</p>") + "</section>";
    }
}
