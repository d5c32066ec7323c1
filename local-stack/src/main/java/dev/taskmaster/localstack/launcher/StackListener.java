package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.state.StackState;

/** Is told whenever something about a stack changed. Called by one thread at a time. */
@FunctionalInterface
public interface StackListener {
  /** Shows or records the new state; must not block. */
  void changed(StackState state);

  /** For whoever does not want to know. */
  static StackListener none() {
    return state -> {};
  }
}
