package dev.taskmaster.models.calls;

import dev.taskmaster.models.ApiKey;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.NoModel;
import dev.taskmaster.models.PermanentModelException.Unauthorized;
import dev.taskmaster.models.RetriableModelException.RateLimited;
import dev.taskmaster.models.RetriableModelException.Unavailable;
import dev.taskmaster.models.adapter.langchain4j.LangChain4jEndpoint;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls to the models of a catalogue: chosen, clamped, adapted to the endpoint, metered. */
public final class MeteredCalls implements ModelCalls {

  private final ModelCatalog catalog;
  private final Negotiation negotiation;
  private final InstantSource clock;
  private final Circuit.Policy policy;
  private final RecordedCalls recorded;
  private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

  MeteredCalls(
      ModelCatalog catalog, Endpoint endpoint, InstantSource clock, Circuit.Policy policy) {
    this.catalog = catalog;
    this.negotiation = new Negotiation(endpoint);
    this.clock = clock;
    this.policy = policy;
    this.recorded = new RecordedCalls(catalog.currency());
  }

  /** Real calls. */
  public static MeteredCalls over(ModelCatalog catalog) {
    return over(catalog, Clock.systemUTC());
  }

  /** Real calls whose circuits follow the clock given. */
  public static MeteredCalls over(ModelCatalog catalog, InstantSource clock) {
    return new MeteredCalls(catalog, new LangChain4jEndpoint(), clock, Circuit.Policy.USUAL);
  }

  @Override
  public ModelReply call(ModelRequest request) {
    long started = System.nanoTime();
    Model model = choose(request);
    if (model.recorded()) {
      return recorded.call(model, request, started);
    }
    Allowance allowance = Allowance.of(model, request, catalog.currency());
    ApiKey key = key(model);
    Circuit circuit = circuit(model);
    circuit.enter(clock.instant()).ifPresent(refusal -> failFast(model, refusal));
    boolean reported = false;
    try {
      Negotiation.Attempts attempts = negotiation.ask(model, request, allowance, key, started);
      report(circuit, model, allowance, attempts.last());
      reported = true;
      return conclude(model, request, allowance, attempts, started);
    } finally {
      if (!reported) {
        circuit.inconclusive();
      }
    }
  }

  private Model choose(ModelRequest request) {
    String pinned = request.pinned();
    if (pinned != null) {
      return catalog.named(pinned).orElseThrow(() -> unknown(pinned));
    }
    List<Model> serving = catalog.candidates(request.tier());
    return serving.stream()
        .filter(model -> !circuit(model).refuses(clock.instant()))
        .findFirst()
        .or(() -> serving.stream().findFirst())
        .orElseThrow(() -> catalog.noModel(request.tier()));
  }

  private NoModel unknown(String pinned) {
    return new NoModel(
        pinned,
        "the catalogue has no model of this name",
        "use one of " + catalog.models().stream().map(Model::name).toList());
  }

  private @Nullable ApiKey key(Model model) {
    String name = model.keyName();
    if (name == null) {
      return null;
    }
    ApiKey key =
        catalog
            .key(model)
            .orElseThrow(
                () ->
                    new Unauthorized(
                        model.name(), "its key " + name + " is not set", "export " + name));
    if (!key.fitsHeader()) {
      throw new Unauthorized(
          model.name(),
          "the value of " + name + " has characters no HTTP header can carry",
          "check it for spaces, line breaks and quotation marks");
    }
    return key;
  }

  private void report(Circuit circuit, Model model, Allowance allowance, Answer answer) {
    if (!(answer instanceof Answer.Failed failed)) {
      circuit.answered();
      return;
    }
    switch (fault(model, allowance, failed)) {
      case RateLimited limited -> circuit.failed(true, limited.retryAfter(), clock.instant());
      case Unavailable down -> circuit.failed(false, down.retryAfter(), clock.instant());
      case ModelFault other when failed.outcome() instanceof Answered -> circuit.answered();
      case ModelFault other -> circuit.inconclusive();
    }
  }

  private ModelReply conclude(
      Model model,
      ModelRequest request,
      Allowance allowance,
      Negotiation.Attempts attempts,
      long started) {
    return switch (attempts.last()) {
      case Answer.Failed failed ->
          throw fault(model, allowance, failed).after(failed.requestJson());
      case Answer.Replied replied -> {
        try {
          yield new Metering(model, request, allowance, catalog.currency())
              .reply(
                  replied,
                  (System.nanoTime() - started) / 1_000_000,
                  attempts.count(),
                  attempts.notes());
        } catch (ModelFault fault) {
          throw fault.after(replied.requestJson());
        }
      }
    };
  }

  private ModelFault fault(Model model, Allowance allowance, Answer.Failed failed) {
    return new Faults(model, allowance, catalog.currency(), clock.instant()).of(failed.outcome());
  }

  private Circuit circuit(Model model) {
    return circuits.computeIfAbsent(model.name(), name -> new Circuit(policy));
  }

  private static void failFast(Model model, Circuit.Refusal refusal) {
    String problem =
        "not called after "
            + refusal.failures()
            + " refusals in a row ("
            + (refusal.rateLimited() ? "429" : "5xx")
            + ")";
    String wayOut = "it is tried again in " + Faults.inWords(refusal.remaining());
    throw refusal.rateLimited()
        ? new RateLimited(model.name(), problem, wayOut, refusal.remaining())
        : new Unavailable(model.name(), problem, wayOut, refusal.remaining());
  }
}
