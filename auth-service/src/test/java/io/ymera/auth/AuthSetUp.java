package io.ymera.auth;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.ymera.testkit.PostgresResource;

/** What every test of the running service stands on. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "role", value = "auth"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AuthFilesResource.class, scope = TestResourceScope.GLOBAL)
final class AuthSetUp {

    private AuthSetUp() {}
}
