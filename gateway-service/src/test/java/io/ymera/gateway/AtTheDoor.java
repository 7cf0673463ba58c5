package io.ymera.gateway;

import io.quarkus.test.junit.callback.QuarkusTestBeforeTestExecutionCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

/** Lets tests knock at the door; Quarkus would send them to the operators' port. */
public final class AtTheDoor implements QuarkusTestBeforeTestExecutionCallback {

    @Override
    public void beforeTestExecution(QuarkusTestMethodContext context) {
        RestAssured.port = ConfigProvider.getConfig().getValue(EchoUpstream.DOOR_PORT, Integer.class);
    }
}
