package dev.taskmaster.executor.adapter.sandbox;

import dev.taskmaster.workspace.sandbox.Isolation;
import dev.taskmaster.workspace.sandbox.Sandbox;
import dev.taskmaster.workspace.sandbox.Sandboxes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox of this machine, found out when it is first needed: for most tasks the one that holds
 * or one that refuses, for those that a person allowed it the bare machine where none holds.
 */
public final class ChosenSandboxes {
  private static final Logger LOG = Logger.getLogger(ChosenSandboxes.class);

  private final boolean unsafeForAll;
  private @Nullable Sandbox strict;
  private @Nullable Sandbox unsafe;

  /**
   * @param unsafeForAll whether every task may do without a sandbox
   */
  public ChosenSandboxes(boolean unsafeForAll) {
    this.unsafeForAll = unsafeForAll;
  }

  /**
   * The sandbox for a task.
   *
   * @param unsafeAllowed whether a person allowed it to do without
   */
  public synchronized Sandbox of(boolean unsafeAllowed) {
    if (unsafeForAll || unsafeAllowed) {
      if (unsafe == null) {
        unsafe = chosen(true);
      }
      return unsafe;
    }
    if (strict == null) {
      strict = chosen(false);
    }
    return strict;
  }

  private static Sandbox chosen(boolean unsafeAllowed) {
    var sandbox = Sandboxes.choose(unsafeAllowed);
    if (unsafeAllowed && sandbox.isolation() == Isolation.NONE) {
      LOG.warn("COMMANDS RUN WITHOUT A SANDBOX, with everything this user can reach");
    }
    return sandbox;
  }
}
