package ca.mapleforms.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.apache.commons.text.StringEscapeUtils;

@Provider
@Produces(MediaType.TEXT_HTML)
public class WidgetWriter implements MessageBodyWriter<Widget> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Widget.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Widget widget, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
                        MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(widget.markup().getBytes(StandardCharsets.UTF_8));
    }
}

abstract class Widget {
    protected final String caption;

    Widget(String caption) {
        this.caption = caption;
    }

    String caption() {
        return StringEscapeUtils.escapeHtml4(caption);
    }

    abstract String markup();
}

class Button extends Widget {
    Button(String caption) {
        super(caption);
    }

    @Override
    String markup() {
        return "<button type=\"submit\">" + caption + "</button>";
    }
}

@Path("/widgets")
class WidgetResource {

    @GET
    @Path("/button")
    @Produces(MediaType.TEXT_HTML)
    public Widget button(@QueryParam("caption") String caption) {
        return new Button(caption == null ? "Send" : caption);
    }
}
