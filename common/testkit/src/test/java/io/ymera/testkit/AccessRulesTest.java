package io.ymera.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.quarkus.websockets.next.WebSocket;
import io.vertx.ext.web.Router;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    @Path("/forgotten")
    static class Forgotten {
        @GET
        public void nobodySaid() {}

        @Path("/further")
        public void leadsOn() {}

        @POST
        @PermitAll
        @RolesAllowed("user")
        public void saidTwice() {}

        @DELETE
        @DenyAll
        public void said() {}

        public void noEndpoint() {}
    }

    @Path("/guarded")
    @RolesAllowed("user")
    static class Guarded {
        @GET
        public void bySayingItOnce() {}

        @PATCH
        @PermitAll
        public void byAnExceptionOfItsOwn() {}
    }

    @WebSocket(path = "/open")
    static class OpenSocket {}

    @WebSocket(path = "/guarded")
    @RolesAllowed("user")
    static class GuardedSocket {}

    static class BackDoor {
        void open(Router router) {
            router.get("/back");
        }
    }

    @Test
    void anEndpointWithoutAClearRuleFailsTheBuild() {
        assertThat(violations(AccessRules.EVERY_ENDPOINT_SAYS_WHO_MAY, Forgotten.class))
                .hasSize(3)
                .anyMatch(line -> line.contains("nobodySaid"))
                .anyMatch(line -> line.contains("leadsOn"))
                .anyMatch(line -> line.contains("saidTwice"));
    }

    @Test
    void aRuleOfTheClassIsEnough() {
        assertThat(violations(AccessRules.EVERY_ENDPOINT_SAYS_WHO_MAY, Guarded.class))
                .isEmpty();
    }

    @Test
    void aWebSocketWithoutARuleFailsTheBuild() {
        assertThat(violations(AccessRules.EVERY_WEB_SOCKET_SAYS_WHO_MAY, OpenSocket.class, GuardedSocket.class))
                .singleElement()
                .asString()
                .contains("OpenSocket");
    }

    @Test
    void aPlainRouteThatIsNotKnownFailsTheBuild() {
        assertThat(violations(AccessRules.plainRoutesOnlyIn(), BackDoor.class)).isNotEmpty();
        assertThat(violations(AccessRules.plainRoutesOnlyIn(AccessRulesTest.class.getName()), BackDoor.class))
                .isEmpty();
    }

    private static List<String> violations(ArchRule rule, Class<?>... classes) {
        JavaClasses imported = new ClassFileImporter().importClasses(classes);
        EvaluationResult result = rule.evaluate(imported);
        return result.getFailureReport().getDetails();
    }
}
