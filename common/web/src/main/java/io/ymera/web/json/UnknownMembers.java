package io.ymera.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.List;

/** Refuses unknown members of types that are {@link KnownMembersOnly}. */
final class UnknownMembers extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        Class<?> type = beanOrClass instanceof Class<?> itself ? itself : beanOrClass.getClass();
        if (!type.isAnnotationPresent(KnownMembersOnly.class)) {
            return false;
        }
        throw UnrecognizedPropertyException.from(
                parser, beanOrClass, name, List.copyOf(deserializer.getKnownPropertyNames()));
    }
}
