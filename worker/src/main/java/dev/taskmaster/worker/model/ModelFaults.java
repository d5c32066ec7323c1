package dev.taskmaster.worker.model;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.models.BudgetExceededException;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.PermanentModelException;
import dev.taskmaster.models.PermanentModelException.BadRequest;
import dev.taskmaster.models.PermanentModelException.Cancelled;
import dev.taskmaster.models.PermanentModelException.ContextTooLong;
import dev.taskmaster.models.PermanentModelException.Malformed;
import dev.taskmaster.models.PermanentModelException.NoModel;
import dev.taskmaster.models.PermanentModelException.NotRecorded;
import dev.taskmaster.models.PermanentModelException.ReplyTooLarge;
import dev.taskmaster.models.PermanentModelException.Truncated;
import dev.taskmaster.models.PermanentModelException.Unauthorized;
import dev.taskmaster.models.RetriableModelException;
import dev.taskmaster.models.RetriableModelException.Network;
import dev.taskmaster.models.RetriableModelException.RateLimited;
import dev.taskmaster.models.RetriableModelException.TimedOut;
import dev.taskmaster.models.RetriableModelException.Unavailable;
import dev.taskmaster.worker.NodeOutcome.Failed;
import java.util.List;

/** Tells whose fault a failed model call is, and so what happens to its node. */
final class ModelFaults {
  private ModelFaults() {}

  static Failed failureOf(ModelFault fault) {
    var message = String.valueOf(fault.getMessage());
    return fault instanceof RetriableModelException retriable
        ? new Failed(kindOf(fault), message, List.of(), retriable.retryAfter().orElse(null), null)
        : new Failed(kindOf(fault), message);
  }

  static FaultKind kindOf(ModelFault fault) {
    return switch (fault) {
      case RetriableModelException retriable ->
          switch (retriable) {
            case RateLimited limited -> FaultKind.PROVIDER;
            case Unavailable unavailable -> FaultKind.PROVIDER;
            case TimedOut late -> FaultKind.TRANSIENT;
            case Network network -> FaultKind.TRANSIENT;
          };
      case PermanentModelException permanent ->
          switch (permanent) {
            case Unauthorized unauthorized -> FaultKind.CONFIGURATION;
            case NoModel none -> FaultKind.CONFIGURATION;
            case BadRequest refused -> FaultKind.CONFIGURATION;
            case NotRecorded unknown -> FaultKind.CONFIGURATION;
            case Truncated truncated -> FaultKind.INPUT;
            case ContextTooLong tooLong -> FaultKind.INPUT;
            // A reply that is no reply says nothing about what was asked.
            case Malformed malformed -> FaultKind.TRANSIENT;
            case ReplyTooLarge tooLarge -> FaultKind.TRANSIENT;
            case Cancelled cancelled -> FaultKind.TRANSIENT;
            case BudgetExceededException budget -> FaultKind.BUDGET;
          };
    };
  }
}
