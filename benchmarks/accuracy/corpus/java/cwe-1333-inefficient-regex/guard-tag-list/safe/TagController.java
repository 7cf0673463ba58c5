package io.snapalbum.tags;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/albums/current/tags")
@Validated
public class TagController {

    private static final String WORD = "[a-z0-9]+";

    private static final Pattern TAGS = Pattern.compile("^" + WORD + "(-" + WORD + "){0,59}(," + WORD + "(-" + WORD + "){0,59})*$");

    private final TagStore store;

    public TagController(TagStore store) {
        this.store = store;
    }

    @PutMapping(consumes = "text/plain")
    public Mono<Long> replace(@RequestBody String tags) {
        if (tags.length() > 500 || !TAGS.matcher(tags).matches()) {
            return Mono.error(new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY));
        }
        return store.replace(List.of(tags.split(",")));
    }

    public interface TagStore {
        Mono<Long> replace(List<String> tags);
    }
}
