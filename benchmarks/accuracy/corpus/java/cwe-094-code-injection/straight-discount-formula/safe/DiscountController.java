package shop.pricing;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DiscountController {
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("javascript");

    @GetMapping("/discount")
    Object discount(@RequestParam String percent, @RequestParam double price) throws ScriptException {
        engine.put("price", price);
        engine.put("percent", Double.parseDouble(percent));
        return engine.eval("price * (1 - percent / 100)");
    }
}
