package fm.mixdeck.importer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nu.xom.Builder;
import nu.xom.Document;
import nu.xom.Element;
import nu.xom.NodeFactory;
import nu.xom.Nodes;
import nu.xom.ParsingException;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLReaderFactory;

abstract class XmlImporter<T> implements Handler {

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    @Override
    public final void handle(Context ctx) throws IOException, SAXException {
        try (InputStream body = ctx.bodyInputStream()) {
            ctx.json(read(builder().build(body)));
        } catch (ParsingException e) {
            ctx.status(400);
        }
    }

    Builder builder() throws SAXException {
        return new Builder(reader());
    }

    static XMLReader reader() throws SAXException {
        XMLReader reader = XMLReaderFactory.createXMLReader();
        reader.setFeature(DOCTYPE, true);
        return reader;
    }

    abstract List<T> read(Document document);
}

public class PlaylistImporter extends XmlImporter<String> {

    private final NodeFactory leanNodes = new NodeFactory() {
        @Override
        public Nodes makeComment(String data) {
            return new Nodes();
        }
    };

    @Override
    Builder builder() throws SAXException {
        return new Builder(reader(), false, leanNodes);
    }

    @Override
    List<String> read(Document document) {
        List<String> titles = new ArrayList<>();
        for (Element track : document.getRootElement().getChildElements("track")) {
            titles.add(track.getAttributeValue("title"));
        }
        return titles;
    }
}
