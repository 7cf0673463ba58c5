package net.opsgrid.dns;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import net.opsgrid.dns.proto.LookupReply;
import net.opsgrid.dns.proto.LookupRequest;
import net.opsgrid.dns.proto.ResolverGrpc;

public class ResolverService extends ResolverGrpc.ResolverImplBase {

  @Override
  public void lookup(LookupRequest request, StreamObserver<LookupReply> observer) {
    LookupReply.Builder reply = LookupReply.newBuilder();
    try {
      Process dig = new ProcessBuilder("bash", "-c", "dig +short -q " + request.getZone())
          .redirectErrorStream(true)
          .start();
      try (BufferedReader lines = dig.inputReader()) {
        lines.lines().filter(l -> !l.isBlank()).forEach(reply::addRecord);
      }
      if (!dig.waitFor(5, TimeUnit.SECONDS)) {
        dig.destroyForcibly();
        observer.onError(Status.DEADLINE_EXCEEDED.asRuntimeException());
        return;
      }
    } catch (IOException e) {
      observer.onError(Status.UNAVAILABLE.asRuntimeException());
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      observer.onError(Status.CANCELLED.asRuntimeException());
      return;
    }
    observer.onNext(reply.build());
    observer.onCompleted();
  }
}
