package io.ymera.auth.algorithm;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SignedWith.Es256.class)
class Es256ResourceTest extends AlgorithmContract {

    @Override
    String algorithm() {
        return "ES256";
    }

    @Override
    int published() {
        return 2;
    }
}
