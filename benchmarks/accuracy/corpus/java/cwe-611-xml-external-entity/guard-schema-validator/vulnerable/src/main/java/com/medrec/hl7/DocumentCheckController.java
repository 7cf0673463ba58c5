package com.medrec.hl7;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xml.sax.SAXException;

@RestController
public class DocumentCheckController {

    private final Schema schema;

    public DocumentCheckController() throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schema = factory.newSchema(new ClassPathResource("schema/ClinicalDocument.xsd").getURL());
    }

    @PostMapping(path = "/documents/check", consumes = "application/xml", produces = "application/json")
    public List<String> check(@RequestBody String document) throws IOException {
        CollectingHandler problems = new CollectingHandler();
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(problems);
            validator.setResourceResolver(null);
            validator.validate(new StreamSource(new StringReader(document)));
        } catch (SAXException e) {
            return List.of("not well-formed");
        }
        return problems.messages();
    }
}
