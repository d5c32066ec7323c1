package dev.taskmaster.review.adapter;

import dev.taskmaster.workspace.sandbox.Isolation;
import dev.taskmaster.workspace.sandbox.Sandbox;
import dev.taskmaster.workspace.sandbox.Sandboxes;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The sandbox of this machine, found out when it is first needed. */
final class SandboxChoice {
  private static final Logger LOG = Logger.getLogger(SandboxChoice.class);

  private final boolean unsafeForAll;
  private final Map<Boolean, Sandbox> chosen = new HashMap<>();

  /**
   * @param unsafeForAll whether every task may do without a sandbox
   */
  SandboxChoice(boolean unsafeForAll) {
    this.unsafeForAll = unsafeForAll;
  }

  /**
   * @param unsafeAllowed whether a person allowed this task to do without
   */
  synchronized Sandbox of(boolean unsafeAllowed) {
    return chosen.computeIfAbsent(unsafeForAll || unsafeAllowed, SandboxChoice::choose);
  }

  private static Sandbox choose(boolean unsafe) {
    var sandbox = Sandboxes.choose(unsafe);
    if (unsafe && sandbox.isolation() == Isolation.NONE) {
      LOG.warn("COMMANDS RUN WITHOUT A SANDBOX, with everything this user can reach");
    }
    return sandbox;
  }
}
