package events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventController {
    private final ObjectMapper mapper;

    EventController(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @PostMapping("/events")
    String receive(@RequestBody String body) throws JsonProcessingException {
        return mapper.readValue(body, Object.class).toString();
    }
}
