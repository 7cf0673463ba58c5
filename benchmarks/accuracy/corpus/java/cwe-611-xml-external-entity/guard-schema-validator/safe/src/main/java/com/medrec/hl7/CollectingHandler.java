package com.medrec.hl7;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

class CollectingHandler implements ErrorHandler {

    private final List<String> messages = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
        // warnings are of no interest to the sender
    }

    @Override
    public void error(SAXParseException e) {
        messages.add("line " + e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
        error(e);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
