package de.waermepumpe.ota;

import de.waermepumpe.ota.proto.FirmwareGrpc;
import de.waermepumpe.ota.proto.Image;
import de.waermepumpe.ota.proto.Result;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class FirmwareService extends FirmwareGrpc.FirmwareImplBase {

    private static final Logger log = LoggerFactory.getLogger(FirmwareService.class);

    private final PublicKey vendor;
    private final Path slot;

    public FirmwareService(PublicKey vendor, Path slot) {
        this.vendor = vendor;
        this.slot = slot;
    }

    @Override
    public void flash(Image image, StreamObserver<Result> observer) {
        byte[] content = image.getContent().toByteArray();
        try {
            verify(content, image.getSignature().toByteArray());
            Files.write(slot, content);
        } catch (GeneralSecurityException e) {
            log.warn("image of {} bytes refused", content.length);
            observer.onError(Status.PERMISSION_DENIED.asRuntimeException());
            return;
        } catch (IOException e) {
            log.error("slot not writable", e);
            observer.onError(Status.INTERNAL.asRuntimeException());
            return;
        }
        observer.onNext(Result.newBuilder().setAccepted(true).build());
        observer.onCompleted();
    }

    private void verify(byte[] content, byte[] signature) throws GeneralSecurityException {
        Signature ed = Signature.getInstance("Ed25519");
        ed.initVerify(vendor);
        ed.update(content);
        boolean genuine = ed.verify(signature);
        log.info("image of {} bytes, genuine: {}", content.length, genuine);
    }
}
