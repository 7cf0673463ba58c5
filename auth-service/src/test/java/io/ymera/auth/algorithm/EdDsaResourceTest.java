package io.ymera.auth.algorithm;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SignedWith.EdDsa.class)
class EdDsaResourceTest extends AlgorithmContract {

    @Override
    String algorithm() {
        return "EdDSA";
    }

    @Override
    int published() {
        return 2;
    }
}
