package dev.taskmaster.planner.adapter;

import dev.taskmaster.planner.asking.AskModel;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.prompts.Prompts;

/** Lets tests of other packages use what the service itself uses. */
public final class PlannerTesting {
  private PlannerTesting() {}

  public static AskModel asking(Prompts prompts, ModelWork models, Attempt attempt) {
    return new AskThroughWorker(prompts, models, attempt);
  }
}
