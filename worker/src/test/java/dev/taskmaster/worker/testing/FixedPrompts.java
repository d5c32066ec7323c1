package dev.taskmaster.worker.testing;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.prompts.PromptText;
import dev.taskmaster.worker.prompts.Prompts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A few prompts in memory; the one with the most tags in common is the best. */
public final class FixedPrompts implements Prompts {
  private final Map<String, PromptText> prompts = new LinkedHashMap<>();
  private final List<String> endings = new CopyOnWriteArrayList<>();

  public FixedPrompts with(String name, String text, String... tags) {
    var prompt = new PromptText(name, 1, text, List.of(tags), "hash-of-" + name);
    prompts.put(prompt.reference(), prompt);
    return this;
  }

  @Override
  public PromptText version(String nameAtVersion) {
    var prompt = prompts.get(nameAtVersion);
    if (prompt == null) {
      throw new AttemptFailedException(FaultKind.CONFIGURATION, "no prompt " + nameAtVersion);
    }
    return prompt;
  }

  @Override
  public PromptText best(List<String> tags) {
    return prompts.values().stream()
        .filter(prompt -> tags.containsAll(prompt.tags()))
        .max(java.util.Comparator.comparingInt(prompt -> prompt.tags().size()))
        .orElseThrow(
            () -> new AttemptFailedException(FaultKind.CONFIGURATION, "no prompt for " + tags));
  }

  @Override
  public void ended(PromptText prompt, boolean well) {
    endings.add(prompt.reference() + (well ? " well" : " badly"));
  }

  /** What was told of nodes: {@code name@version well} or {@code badly}. */
  public List<String> endings() {
    return List.copyOf(endings);
  }
}
