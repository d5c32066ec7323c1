package dev.taskmaster.worker.model;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.Truncated;
import dev.taskmaster.models.Turn;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome.Failed;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a question to a usable answer. Each call is noted on the attempt with its exact
 * transcript and price, whatever came of it; no call is made that the price granted for the attempt
 * does not cover.
 */
public final class ModelWork {
  /** How much of an unusable answer is shown to the model again. */
  private static final int QUOTED = 3_000;

  private final ModelCalls calls;
  private final Transcripts transcripts;

  /**
   * @param currency of the model catalogue
   */
  public ModelWork(ModelCalls calls, Blobs blobs, String currency) {
    this.calls = calls;
    this.transcripts = new Transcripts(blobs, currency);
  }

  /**
   * Asks, and asks again with the reason while the answer cannot be used and asks are left.
   *
   * @throws AttemptFailedException of the inputs when no answer could be used; of the kind of the
   *     model's fault otherwise
   */
  public <T> T ask(ModelQuestion question, Attempt attempt, AnswerReader<T> reader) {
    var turns = new ArrayList<Turn>();
    turns.add(Turn.user(question.user()));
    for (int asked = 1; ; asked++) {
      String answer = "";
      UnusableAnswerException unusable;
      try {
        answer = call(question, turns, attempt).text();
        return reader.read(answer);
      } catch (Truncated e) {
        answer = e.partialText();
        unusable =
            new UnusableAnswerException("it was cut off at the output limit; answer more briefly");
      } catch (UnusableAnswerException e) {
        unusable = e;
      }
      if (asked >= question.maxAsks()) {
        throw unusableFor(attempt, unusable, asked);
      }
      turns.add(Turn.assistant(quoted(answer)));
      turns.add(
          Turn.user(
              "That answer cannot be used: %s\nAnswer again, completely and in the form asked for."
                  .formatted(unusable.reason())));
    }
  }

  private ModelReply call(ModelQuestion question, List<Turn> turns, Attempt attempt) {
    var request =
        ModelRequest.at(question.tier())
            .system(question.system())
            .turns(turns)
            .temperature(question.temperature())
            .maxOutputTokens(question.maxOutputTokens())
            .schema(question.schema())
            .deadline(question.deadline())
            .spendLimit(attempt.moneyLeft())
            .build();
    long begun = System.nanoTime();
    try {
      var reply = calls.call(request);
      attempt.spent(transcripts.of(request, reply));
      return reply;
    } catch (Truncated e) {
      attempt.spent(transcripts.of(request, e, millisSince(begun)));
      throw e;
    } catch (ModelFault e) {
      attempt.spent(transcripts.of(request, e, millisSince(begun)));
      throw new AttemptFailedException(ModelFaults.failureOf(e), e);
    }
  }

  private static AttemptFailedException unusableFor(
      Attempt attempt, UnusableAnswerException unusable, int asked) {
    var message =
        "the model's answer for %s could not be used, asked %s: %s"
            .formatted(
                attempt.order().node(), asked == 1 ? "once" : asked + " times", unusable.reason());
    var findings =
        unusable.findings().isEmpty()
            ? List.of(new Finding("answer", firstLine(unusable.reason()), null, 0, ""))
            : unusable.findings();
    return new AttemptFailedException(new Failed(FaultKind.INPUT, message, findings), unusable);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("the answer could not be used");
  }

  private static String quoted(String answer) {
    if (answer.isBlank()) {
      return "(nothing)";
    }
    return answer.length() <= QUOTED ? answer : answer.substring(0, QUOTED) + "\n[…]";
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
