package release;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;

class UpdateVerifier {
    private final PublicKey key;

    UpdateVerifier(PublicKey key) {
        this.key = key;
    }

    boolean verify(byte[] update, byte[] signedDigest, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(signedDigest);
        byte[] actual = Digests.LONG.create().digest(update);
        return verifier.verify(signature) && MessageDigest.isEqual(actual, signedDigest);
    }
}
