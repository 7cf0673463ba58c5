package rules;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FilterController {
    record Item(String name, int stock) {}

    private final List<Item> items = List.of(new Item("bolt", 12), new Item("nut", 0));

    @GetMapping("/items")
    List<Item> filter(@RequestParam String where) {
        return items.stream()
                .filter(item -> Boolean.TRUE.equals(Expressions.value(where, item, Boolean.class)))
                .toList();
    }
}
