package dev.taskmaster.planner.asking;

/** Asks the models of one attempt; every call is metered and noted on that attempt. */
public interface AskModel {

  /**
   * Asks until the answer can be read, at most three times; each time again with the reason.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException of fault {@code input} with the last
   *     reason when the third answer is no better; of another fault when no model could be asked
   */
  <T> T ask(Question<T> question) throws InterruptedException;
}
