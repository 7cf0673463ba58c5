package io.ymera.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.ymera.contracts.agent.CapabilityDescriptor;
import io.ymera.contracts.task.Topics;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The handlers of this agent, found as beans at build time. */
@Singleton
class Handlers {

    private final Map<String, RegisteredHandler> byTopic = new HashMap<>();

    Handlers(@All List<InstanceHandle<TaskHandler<?, ?>>> beans, ObjectMapper json, Validator validator) {
        for (InstanceHandle<TaskHandler<?, ?>> bean : beans) {
            RegisteredHandler handler = register(bean, json, validator);
            CapabilityDescriptor capability = handler.descriptor();
            if (byTopic.put(Topics.assignments(capability.name(), capability.version()), handler) != null) {
                throw new IllegalStateException("Two handlers have the capability '%s' in version %d; keep one"
                        .formatted(capability.name(), capability.version()));
            }
        }
        if (byTopic.isEmpty()) {
            throw new IllegalStateException("This agent has no handler; annotate a TaskHandler with @Capability");
        }
    }

    List<CapabilityDescriptor> descriptors() {
        return byTopic.values().stream().map(RegisteredHandler::descriptor).toList();
    }

    /** Where their assignments come. */
    Set<String> topics() {
        return byTopic.keySet();
    }

    /** The handler of what comes on this topic. */
    Optional<RegisteredHandler> find(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }

    @SuppressWarnings("unchecked")
    private static RegisteredHandler register(
            InstanceHandle<TaskHandler<?, ?>> bean, ObjectMapper json, Validator validator) {
        Class<?> type = bean.getBean().getBeanClass();
        Capability capability = type.getAnnotation(Capability.class);
        if (capability == null) {
            throw new IllegalStateException(type.getName() + " is a TaskHandler without @Capability; add it");
        }
        ParameterizedType handlerType = handlerType(bean);
        Type parameters = handlerType.getActualTypeArguments()[0];
        CapabilityDescriptor descriptor = new CapabilityDescriptor(
                capability.value(),
                capability.version(),
                capability.description(),
                RecordSchema.ofParameters(json, parameters),
                RecordSchema.ofResult(json, handlerType.getActualTypeArguments()[1]));
        return new RegisteredHandler(
                descriptor,
                (TaskHandler<Object, Object>) bean.get(),
                json.getTypeFactory().constructType(parameters),
                json,
                validator);
    }

    /** From the bean's types, which the build has worked out: a native image has no generic signatures to ask. */
    private static ParameterizedType handlerType(InstanceHandle<TaskHandler<?, ?>> bean) {
        return bean.getBean().getTypes().stream()
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == TaskHandler.class)
                .findFirst()
                .orElseThrow();
    }
}
