package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.StackCommand;
import dev.taskmaster.localstack.gateway.Gateway;

/** A command that asks the gateway of the stack that runs. */
public abstract class GatewayCommand extends StackCommand {
  /**
   * The gateway of the stack that runs.
   *
   * @throws dev.taskmaster.localstack.cli.CommandFailure exit 3 when there is none
   */
  protected final Gateway gateway() {
    return new Gateway(stack().requireGateway());
  }
}
