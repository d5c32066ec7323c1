package dev.taskmaster.models.calls;

import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.PermanentModelException.BadRequest;
import dev.taskmaster.models.PermanentModelException.Cancelled;
import dev.taskmaster.models.PermanentModelException.ContextTooLong;
import dev.taskmaster.models.PermanentModelException.Malformed;
import dev.taskmaster.models.PermanentModelException.ReplyTooLarge;
import dev.taskmaster.models.PermanentModelException.Unauthorized;
import dev.taskmaster.models.RetriableModelException.Network;
import dev.taskmaster.models.RetriableModelException.RateLimited;
import dev.taskmaster.models.RetriableModelException.TimedOut;
import dev.taskmaster.models.RetriableModelException.Unavailable;
import dev.taskmaster.models.Usage;
import dev.taskmaster.models.wire.RetryAfter;
import dev.taskmaster.models.wire.WireOutcome;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the fault of a failed answer. */
final class Faults {

  private static final int BYTES_PER_TOKEN = 4;

  private final Model model;
  private final Allowance allowance;
  private final String currency;
  private final Instant now;

  Faults(Model model, Allowance allowance, String currency, Instant now) {
    this.model = model;
    this.allowance = allowance;
    this.currency = currency;
    this.now = now;
  }

  ModelFault of(WireOutcome outcome) {
    return switch (outcome) {
      case Answered answered -> refused(answered);
      case WireOutcome.TooLarge large -> tooLarge(large);
      case WireOutcome.DeadlinePassed late -> timedOut(late);
      case WireOutcome.ConnectionFailed broken -> network(broken);
      case WireOutcome.Interrupted interrupted ->
          new Cancelled(
              model.name(),
              "the call was cancelled",
              "start the node again if it is still wanted",
              atMost());
    };
  }

  private ModelFault refused(Answered answered) {
    FailureReport report = FailureReport.of(answered);
    int status = report.status();
    if (status == 401 || status == 403) {
      return unauthorized(report);
    }
    if (status == 429) {
      return new RateLimited(
          model.name(),
          "the provider limits requests (429): " + report.quoted(),
          retryAfter(answered)
              .map(wait -> "try again in " + inWords(wait))
              .orElse("try again later"),
          retryAfter(answered).orElse(null));
    }
    if (status >= 500 || status == 408) {
      return new Unavailable(
          model.name(),
          "the provider failed (" + status + "): " + report.quoted(),
          retryAfter(answered)
              .map(wait -> "try again in " + inWords(wait))
              .orElse("try again later"),
          retryAfter(answered).orElse(null));
    }
    if (status == 413 || (status >= 400 && report.aboutContext())) {
      return new ContextTooLong(
          model.name(),
          "the provider says the request is too long: " + report.quoted(),
          "give the node less context, or correct 'context' in models.yaml");
    }
    return status / 100 == 2 ? malformed(report) : badRequest(report);
  }

  private ModelFault unauthorized(FailureReport report) {
    String name = model.keyName();
    return new Unauthorized(
        model.name(),
        "the provider refuses "
            + (name == null ? "a call without a key" : "the key " + name)
            + " ("
            + report.status()
            + "): "
            + report.quoted(),
        name == null
            ? "set api-key: env:NAME for it in models.yaml"
            : "check the value of " + name + " and what it may use");
  }

  private ModelFault badRequest(FailureReport report) {
    String wayOut =
        switch (report.status()) {
          case 404 -> "check model id '" + model.model() + "' and base-url (often it ends in /v1)";
          case 402 -> "check the account's credit with the provider";
          case 301, 302, 303, 307, 308 ->
              "redirects are not followed: set base-url to the final address";
          default -> "correct the request or the model's entry in models.yaml";
        };
    return new BadRequest(
        model.name(),
        "the provider refuses the request (" + report.status() + "): " + report.quoted(),
        wayOut,
        null);
  }

  /** A reply came that was billed, but it is not the provider's format. */
  ModelFault malformed(FailureReport report) {
    return new Malformed(
        model.name(),
        "the reply is not what a " + model.provider() + " endpoint sends: " + report.quoted(),
        "check base-url and provider of the model",
        consumed(report.words().length()));
  }

  private ModelFault tooLarge(WireOutcome.TooLarge large) {
    return new ReplyTooLarge(
        model.name(),
        "the reply passes " + large.cap() + " bytes and was not read further",
        "check that base-url is a model's endpoint",
        large.status() / 100 == 2 ? consumed(large.bytesRead()) : null);
  }

  private ModelFault timedOut(WireOutcome.DeadlinePassed late) {
    String problem =
        late.headersSeen()
            ? "the reply stalled after " + late.bytesRead() + " bytes; its time was up after "
            : "no reply within ";
    return new TimedOut(
        model.name(),
        problem + inWords(Duration.ofMillis(late.millis())),
        "try again, give the node more time or a faster model",
        atMost());
  }

  private ModelFault network(WireOutcome.ConnectionFailed broken) {
    return new Network(
        model.name(),
        (broken.sent() ? "the connection broke: " : "no connection: ") + broken.reason(),
        "check base-url and that the endpoint runs",
        broken.sent() ? atMost() : null);
  }

  private Optional<Duration> retryAfter(Answered answered) {
    return answered.header("retry-after").flatMap(value -> RetryAfter.parse(value, now));
  }

  /** The reply is lost but may be billed: the most it can cost, so that no budget is overrun. */
  private Usage atMost() {
    return usage(allowance.maxOutputTokens());
  }

  private @Nullable Usage consumed(long bytes) {
    return usage(Math.min(allowance.maxOutputTokens(), bytes / BYTES_PER_TOKEN));
  }

  private Usage usage(long outputTokens) {
    return Usage.priced(allowance.inputTokens(), outputTokens, true, model.price(), currency);
  }

  static String inWords(Duration wait) {
    long millis = wait.toMillis();
    return millis < 1000 ? millis + " ms" : (millis + 999) / 1000 + " s";
  }
}
