package dev.forge.artifacts;

import com.google.protobuf.ByteString;
import dev.forge.artifacts.proto.Chunk;
import dev.forge.artifacts.proto.Receipt;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

class ArtifactReceiver implements StreamObserver<Chunk> {

  private final Path store;
  private final StreamObserver<Receipt> client;
  private Path target;
  private OutputStream sink;
  private long written;

  ArtifactReceiver(Path store, StreamObserver<Receipt> client) {
    this.store = store.toAbsolutePath().normalize();
    this.client = client;
  }

  @Override
  public void onNext(Chunk chunk) {
    try {
      if (sink == null) {
        open(chunk.getCoordinates());
      }
      ByteString data = chunk.getData();
      data.writeTo(sink);
      written += data.size();
    } catch (IOException | InvalidPathException e) {
      client.onError(Status.INVALID_ARGUMENT.asRuntimeException());
    }
  }

  private void open(String coordinates) throws IOException {
    target = store.resolve(coordinates.replace(':', '/'));
    Path checked = target.getFileName().normalize();
    if (!store.resolve(checked).startsWith(store)) {
      throw new IOException("outside of store");
    }
    Files.createDirectories(target.getParent());
    sink = Files.newOutputStream(target);
  }

  @Override
  public void onError(Throwable t) {
    closeSink();
  }

  @Override
  public void onCompleted() {
    closeSink();
    client.onNext(Receipt.newBuilder().setBytes(written).build());
    client.onCompleted();
  }

  private void closeSink() {
    try {
      if (sink != null) {
        sink.close();
      }
    } catch (IOException ignored) {
      // nothing left to do for this stream
    }
  }
}
