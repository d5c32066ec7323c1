package dev.taskmaster.worker.prompts;

import java.util.List;

/**
 * The prompt library. Both methods end the attempt with an {@link
 * dev.taskmaster.worker.AttemptFailedException}: of the configuration where there is no such
 * prompt, of passing trouble where the library cannot be reached.
 */
public interface Prompts {

  /**
   * The prompt called so.
   *
   * @param nameAtVersion {@code name@version}
   */
  PromptText version(String nameAtVersion);

  /**
   * The prompt that fits these tags best now: the most specific, then the newest.
   *
   * @param tags such as {@code code-change, python}
   */
  PromptText best(List<String> tags);

  /**
   * Says how a node with the prompt ended, so that of two fitting prompts the better one is found.
   * Nothing depends on it: a library that cannot be reached just does not hear of it.
   */
  default void ended(PromptText prompt, boolean well) {}
}
