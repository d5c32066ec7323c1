package dev.taskmaster.graphstore.adapter.writing;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.graphstore.ledger.Input;
import java.util.concurrent.CompletableFuture;

/** Something for the writer to do. */
public sealed interface Work {

  /**
   * A record of a topic.
   *
   * @param done completed once it is stored, refused or parked
   */
  record Incoming(IncomingRecord record, CompletableFuture<Void> done) implements Work {}

  /** A claim; the answer is given once it is stored. */
  record Claiming(Input.Asked input, CompletableFuture<ClaimReply.Decision> answer)
      implements Work {}

  /** A heartbeat; the answer is given once it is stored. */
  record Beating(Input.Beaten input, CompletableFuture<Heartbeat.Answer> answer) implements Work {}

  /** A timer that is due. */
  record Timer(Input.Due input) implements Work {}

  /** Tells whoever waits that it cannot be done. */
  default void fail(Throwable problem) {
    switch (this) {
      case Incoming incoming -> incoming.done().completeExceptionally(problem);
      case Claiming claiming -> claiming.answer().completeExceptionally(problem);
      case Beating beating -> beating.answer().completeExceptionally(problem);
      case Timer timer -> {}
    }
  }
}
