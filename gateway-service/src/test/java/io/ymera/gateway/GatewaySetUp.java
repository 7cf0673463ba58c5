package io.ymera.gateway;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.ymera.testkit.RedisResource;
import io.ymera.testkit.TokenIssuerResource;

/** What every test of the running gateway stands on. */
@WithTestResource(value = TokenIssuerResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RedisResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EchoUpstream.class, scope = TestResourceScope.GLOBAL)
final class GatewaySetUp {

    private GatewaySetUp() {}
}
