package dev.taskmaster.models.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a cap; past it, the exchange is cut off. */
final class CappedBody implements BodySubscriber<byte[]> {

  /** Says that the cap was passed. */
  static final class CapPassed extends IOException {
    private static final long serialVersionUID = 1L;

    CapPassed() {
      super("the reply passed its byte cap");
    }
  }

  private final long cap;
  private final AtomicLong read;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  CappedBody(long cap, AtomicLong read) {
    this.cap = cap;
    this.read = read;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      if (read.addAndGet(chunk.length) > cap) {
        refuse();
        return;
      }
      bytes.writeBytes(chunk);
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private void refuse() {
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(new CapPassed());
  }

  @Override
  public void onError(Throwable throwable) {
    body.completeExceptionally(throwable);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
