package io.ymera.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.ymera.contracts.agent.CapabilityDescriptor;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The handlers of this agent, found as beans at build time. */
@Singleton
class Handlers {

    private final Map<String, RegisteredHandler> byTaskType = new HashMap<>();

    Handlers(@All List<InstanceHandle<TaskHandler<?, ?>>> beans, ObjectMapper json, Validator validator) {
        for (InstanceHandle<TaskHandler<?, ?>> bean : beans) {
            RegisteredHandler handler = register(bean, json, validator);
            String name = handler.descriptor().name();
            if (byTaskType.put(name, handler) != null) {
                throw new IllegalStateException("Two handlers have the capability '%s'; keep one".formatted(name));
            }
        }
        if (byTaskType.isEmpty()) {
            throw new IllegalStateException("This agent has no handler; annotate a TaskHandler with @Capability");
        }
    }

    List<CapabilityDescriptor> descriptors() {
        return byTaskType.values().stream().map(RegisteredHandler::descriptor).toList();
    }

    Optional<RegisteredHandler> find(String taskType) {
        return Optional.ofNullable(byTaskType.get(taskType));
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
