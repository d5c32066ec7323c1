package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.prompts.PromptText;
import dev.taskmaster.worker.prompts.Prompts;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The prompt of a node: the version its opinion names, the best of the role its opinion names, else
 * the best of the role of its kind; the project's languages make it more specific.
 */
public record PromptChoice(Prompts prompts) {
  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}+#._/ -]{0,62}[\\p{L}\\p{N}+#]");

  PromptText of(WorkOrder order, String usualRole) {
    var said = order.text("prompt").map(String::strip).filter(text -> !text.isEmpty());
    if (said.isPresent() && said.get().contains("@")) {
      return prompts.version(said.get());
    }
    var tags = new ArrayList<String>();
    tags.add(said.orElse(usualRole));
    order.project().languages().stream()
        .map(language -> language.strip().toLowerCase(Locale.ROOT))
        .filter(language -> TAG.matcher(language).matches())
        .forEach(tags::add);
    return prompts.best(tags);
  }

  /** Does what is done with a prompt, and tells the library whether that came to a good end. */
  <T> T told(PromptText prompt, Supplier<T> asking) {
    try {
      var answer = asking.get();
      prompts.ended(prompt, true);
      return answer;
    } catch (AttemptFailedException e) {
      if (e.outcome().fault() == FaultKind.INPUT) {
        prompts.ended(prompt, false);
      }
      throw e;
    }
  }
}
