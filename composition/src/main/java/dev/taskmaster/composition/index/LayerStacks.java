package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.Limits;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.SubLayer;
import dev.taskmaster.composition.resolve.LayerResolver;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens layers once each, and makes one layer stack per root layer (chapters 4.1 and 14). */
public final class LayerStacks {

  /** Sublayers may repeat, so that few layers could make very many. */
  private static final int MAX_LAYERS = 10_000;

  private final LayerResolver resolver;
  private final Limits limits;
  private final Map<String, Opened> layers = new HashMap<>();
  private final Map<String, LayerStack> stacks = new HashMap<>();

  /** A layer, or why there is none. */
  public record Opened(@Nullable Layer layer, String problem) {}

  public LayerStacks(LayerResolver resolver, Limits limits) {
    this.resolver = resolver;
    this.limits = limits;
  }

  String identify(String assetPath, Layer anchor) {
    return resolver.identify(assetPath, anchor.identifier());
  }

  public Opened open(String identifier) {
    Opened known = layers.get(identifier);
    if (known == null) {
      known = openNow(identifier);
      layers.put(identifier, known);
    }
    return known;
  }

  private Opened openNow(String identifier) {
    try {
      return resolver
          .open(identifier)
          .map(
              layer ->
                  new Opened(
                      layer.identifier().equals(identifier) ? layer : layer.as(identifier), ""))
          .orElseGet(() -> new Opened(null, "there is no such layer"));
    } catch (UsdaSyntaxException | UncheckedIOException unreadable) {
      return new Opened(null, String.valueOf(unreadable.getMessage()));
    }
  }

  /** The layer stack of a root layer without a session layer, as arcs see it. */
  LayerStack stackOf(Layer root) {
    return stack(root, null);
  }

  /** The layer stack of a root layer, with the session layer in front if there is one. */
  public LayerStack stack(Layer root, @Nullable Layer session) {
    String key = root.identifier() + (session == null ? "" : "\n" + session.identifier());
    LayerStack known = stacks.get(key);
    if (known == null) {
      known = new LayerStack(root.identifier(), session, flatten(root, session));
      stacks.put(key, known);
    }
    return known;
  }

  private LayerStack.Flattened flatten(Layer root, @Nullable Layer session) {
    List<Layer> flat = new ArrayList<>();
    List<CompositionError> errors = new ArrayList<>();
    if (session != null) {
      flatten(session, new ArrayList<>(), flat, errors);
    }
    flatten(root, new ArrayList<>(), flat, errors);
    refuseOwners(session, flat, errors);
    return new LayerStack.Flattened(flat, errors);
  }

  /** The layer as the resolver has it now. What was known of it before stays known. */
  Opened look(String identifier) {
    return openNow(identifier);
  }

  /** Takes a new version of a layer, and answers the layer stacks that hold it. */
  List<LayerStack> take(Layer version, boolean rebuild) {
    layers.put(version.identifier(), new Opened(version, ""));
    List<LayerStack> holders =
        stacks.values().stream().filter(stack -> stack.holds(version.identifier())).toList();
    for (LayerStack stack : holders) {
      if (rebuild) {
        rebuild(stack);
      } else {
        stack.replace(version);
      }
    }
    return holders;
  }

  boolean haveRelocations() {
    return stacks.values().stream().anyMatch(stack -> !stack.relocations().isEmpty());
  }

  private void rebuild(LayerStack stack) {
    Layer root = open(stack.identifier()).layer;
    String sessionIdentifier = stack.sessionIdentifier();
    Layer session = sessionIdentifier == null ? null : open(sessionIdentifier).layer;
    if (root != null) {
      stack.become(flatten(root, session));
    }
  }

  /** Forgets all layers but those of the given stack's root and session, which is rebuilt. */
  void forgetAllBut(LayerStack kept) {
    layers.clear();
    stacks.values().removeIf(stack -> stack != kept);
    rebuild(kept);
  }

  /** Errors of all layer stacks that were opened, the given one's first. */
  public List<CompositionError> errors(LayerStack first) {
    List<CompositionError> errors = new ArrayList<>(first.errors());
    stacks.keySet().stream()
        .sorted()
        .map(stacks::get)
        .filter(stack -> stack != null && stack != first)
        .forEach(stack -> errors.addAll(stack.errors()));
    return errors;
  }

  private void flatten(
      Layer layer, List<String> chain, List<Layer> flat, List<CompositionError> errors) {
    flat.add(layer);
    chain.add(layer.identifier());
    for (SubLayer subLayer : layer.subLayers()) {
      flatten(layer, subLayer, chain, flat, errors);
    }
    chain.removeLast();
  }

  private void flatten(
      Layer layer,
      SubLayer subLayer,
      List<String> chain,
      List<Layer> flat,
      List<CompositionError> errors) {
    if (VariableExpression.isIn(subLayer.asset())) {
      String refusal = VariableExpression.refusal(subLayer.asset());
      errors.add(error(CompositionError.Kind.UNSUPPORTED_FEATURE, layer, refusal));
      return;
    }
    if (!Retimings.isValid(subLayer.offset(), subLayer.scale())) {
      String ignored = "the offset of @" + subLayer.asset() + "@ is ignored";
      errors.add(error(CompositionError.Kind.INVALID_SUBLAYER_OFFSET, layer, ignored));
    }
    String identifier = identify(subLayer.asset(), layer);
    if (chain.contains(identifier)) {
      String cycle = identifier + " is already above itself";
      errors.add(error(CompositionError.Kind.SUBLAYER_CYCLE, layer, cycle));
      return;
    }
    if (chain.size() > limits.subLayerDepth() || flat.size() >= MAX_LAYERS) {
      String deep = identifier + " lies too deep or is one sublayer too many";
      errors.add(error(CompositionError.Kind.INVALID_SUBLAYER_PATH, layer, deep));
      return;
    }
    Opened opened = open(identifier);
    if (opened.layer == null) {
      String missing =
          "the sublayer @" + subLayer.asset() + "@ cannot be opened: " + opened.problem;
      errors.add(error(CompositionError.Kind.INVALID_SUBLAYER_PATH, layer, missing));
    } else {
      flatten(opened.layer, chain, flat, errors);
    }
  }

  /** Ordering sublayers by their owner is outside of the subset: said aloud, never guessed. */
  private static void refuseOwners(
      @Nullable Layer session, List<Layer> flat, List<CompositionError> errors) {
    boolean owned =
        flat.stream().anyMatch(layer -> layer.root().metadata().containsKey("hasOwnedSubLayers"));
    if (session != null && owned && session.root().metadata().containsKey("sessionOwner")) {
      String refusal = "sublayers that are ordered by their owner are not supported";
      errors.add(error(CompositionError.Kind.UNSUPPORTED_FEATURE, session, refusal));
    }
  }

  private static CompositionError error(CompositionError.Kind kind, Layer layer, String detail) {
    return new CompositionError(kind, null, layer.identifier(), Path.ROOT, detail);
  }
}
