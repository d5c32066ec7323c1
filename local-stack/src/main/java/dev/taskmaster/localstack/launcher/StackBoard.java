package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The one place where the state of an owned stack changes: in memory, on disk, and for who listens.
 */
final class StackBoard {
  private final ReentrantLock lock = new ReentrantLock();
  private final StackFile file;
  private final StackListener listener;
  private StackState state;

  StackBoard(StackState initial, StackFile file, StackListener listener) {
    this.state = initial;
    this.file = file;
    this.listener = listener;
    publish();
  }

  StackState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  void update(UnaryOperator<StackState> change) {
    lock.lock();
    try {
      state = change.apply(state);
      publish();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing runs any more: forgets the stack, unless it tells why it could not start. */
  void close() {
    lock.lock();
    try {
      if (state.phase() != Phase.FAILED) {
        file.delete();
      }
    } finally {
      lock.unlock();
    }
  }

  private void publish() {
    file.write(state);
    listener.changed(state);
  }
}
