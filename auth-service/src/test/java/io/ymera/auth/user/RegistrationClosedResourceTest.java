package io.ymera.auth.user;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ymera.auth.Ada;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RegistrationClosedResourceTest.Closed.class)
class RegistrationClosedResourceTest {

    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("REGISTRATION", "closed");
        }
    }

    @Test
    void nobodyRegisters() {
        Ada ada = Ada.fresh();

        ada.register()
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString("administrator"));

        ada.login().then().statusCode(401);
    }
}
