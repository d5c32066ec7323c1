package dev.taskmaster.models.calls;

import dev.taskmaster.models.ApiKey;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the form of request each endpoint takes, and remembers it for the process's life. */
final class Negotiation {

  /** More refusals of a form than this are no question of form. */
  private static final int MOST_FORMS = 5;

  private final Endpoint endpoint;
  private final Map<String, Form> forms = new ConcurrentHashMap<>();

  Negotiation(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * How the asking went.
   *
   * @param last the answer that counts
   * @param count how many requests were sent
   * @param notes what was changed on the way, in words
   */
  record Attempts(Answer last, int count, List<String> notes) {}

  /**
   * Asks in the form last known to work, and in looser ones while the endpoint refuses the form.
   */
  Attempts ask(
      Model model, ModelRequest request, Allowance allowance, @Nullable ApiKey key, long started) {
    List<String> notes = new ArrayList<>();
    if (model.tier() != request.tier() && request.pinned() == null) {
      notes.add("tier " + request.tier() + " asked, " + model.tier() + " served");
    }
    Form form = forms.getOrDefault(model.name(), Form.first(model.structured()));
    for (int count = 1; ; count++) {
      Duration left = request.deadline().minusNanos(System.nanoTime() - started);
      Answer answer =
          endpoint.ask(new Question(model, request, allowance.maxOutputTokens(), form, key, left));
      Optional<Form> next = nextForm(answer, form, request.schema() != null);
      if (next.isEmpty() || count == MOST_FORMS) {
        if (answer instanceof Answer.Replied) {
          forms.put(model.name(), form);
        }
        return new Attempts(answer, count, notes);
      }
      notes.add(form.changeTo(next.get()));
      form = next.get();
    }
  }

  private static Optional<Form> nextForm(Answer answer, Form form, boolean wantsJson) {
    if (answer instanceof Answer.Failed failed
        && failed.outcome() instanceof Answered answered
        && (answered.status() == 400 || answered.status() == 422)) {
      FailureReport report = FailureReport.of(answered);
      return report.aboutContext() ? Optional.empty() : form.after(report.words(), wantsJson);
    }
    return Optional.empty();
  }
}
