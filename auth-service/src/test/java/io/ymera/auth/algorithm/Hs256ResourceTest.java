package io.ymera.auth.algorithm;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SignedWith.Hs256.class)
class Hs256ResourceTest extends AlgorithmContract {

    @Override
    String algorithm() {
        return "HS256";
    }

    @Override
    int published() {
        return 0;
    }
}
