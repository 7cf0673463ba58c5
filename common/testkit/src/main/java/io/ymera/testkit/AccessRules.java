package io.ymera.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * Deny by default, at build time: what answers requests says who may ask. Each service's ArchitectureTest has {@code
 * ArchTests.in(AccessRules.class)}, and {@link #plainRoutesOnlyIn} with what it has of that.
 */
public final class AccessRules {

    private static final List<String> RULES = List.of(
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.DenyAll");
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final String WEB_SOCKET = "io.quarkus.websockets.next.WebSocket";
    /** By which requests can be answered without JAX-RS, where no annotation is looked at. */
    private static final Set<String> PLAIN_ROUTES = Set.of(
            "io.vertx.ext.web.Router",
            "io.quarkus.vertx.http.runtime.filters.Filters",
            "io.quarkus.vertx.web.Route",
            "io.quarkus.vertx.web.RouteFilter",
            "io.vertx.core.http.HttpServer");

    /** Every JAX-RS method has one rule: its own, or its class's. */
    @ArchTest
    public static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY = methods()
            .that(describe("answer HTTP requests", AccessRules::isEndpoint))
            .should(new ArchCondition<>("have one of @PermitAll, @RolesAllowed, @DenyAll, or their class") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    long own = rules(method);
                    boolean clear = own == 1 || own == 0 && rules(method.getOwner()) == 1;
                    events.add(new SimpleConditionEvent(method, clear, method.getFullName() + " has no clear rule"));
                }
            })
            .allowEmptyShould(true);

    /** The same for WebSockets, where only the class's rule is looked at. */
    @ArchTest
    public static final ArchRule EVERY_WEB_SOCKET_SAYS_WHO_MAY = classes()
            .that()
            .areAnnotatedWith(WEB_SOCKET)
            .should(new ArchCondition<>("have one of @PermitAll, @RolesAllowed, @DenyAll") {
                @Override
                public void check(JavaClass socket, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            socket, rules(socket) == 1, socket.getFullName() + " has no clear rule"));
                }
            })
            .allowEmptyShould(true);

    private AccessRules() {}

    /** Nobody else registers routes or filters, which no annotation guards. */
    public static ArchRule plainRoutesOnlyIn(String... fullNames) {
        Set<String> known = Set.of(fullNames);
        return noClasses()
                .that(describe("are not known for it", (JavaClass it) -> !known.contains(outermost(it))))
                .should()
                .dependOnClassesThat(nameIn(PLAIN_ROUTES))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> nameIn(Set<String> names) {
        return describe("register plain routes", (JavaClass it) -> names.contains(it.getFullName()));
    }

    private static String outermost(JavaClass it) {
        return it.getEnclosingClass().map(AccessRules::outermost).orElseGet(((HasName) it)::getName);
    }

    /** A method with a path and no HTTP method leads to further ones, so it counts. */
    private static boolean isEndpoint(JavaMethod method) {
        return (method.isMetaAnnotatedWith(HTTP_METHOD) || method.isAnnotatedWith(PATH))
                && !method.getOwner().isAnnotatedWith(REST_CLIENT);
    }

    private static long rules(CanBeAnnotated annotated) {
        return RULES.stream().filter(annotated::isAnnotatedWith).count();
    }
}
