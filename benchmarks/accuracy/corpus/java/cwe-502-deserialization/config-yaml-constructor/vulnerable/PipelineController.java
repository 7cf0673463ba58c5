package ci.pipeline;

import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;

@RestController
class PipelineController {
    @PostMapping(path = "/pipelines", consumes = "application/yaml")
    int create(@RequestBody String definition) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setTagInspector(tag -> tag.getClassName().length() < 100);
        Yaml yaml = new Yaml(new Constructor(Object.class, options));
        Map<String, Object> pipeline = yaml.load(definition);
        return pipeline.size();
    }
}
