package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** References and payloads (chapters 8.4 and 8.11). */
final class ReferenceArcs {

  private final IndexBuild build;

  ReferenceArcs(IndexBuild build) {
    this.build = build;
  }

  /**
   * What makes two items of a list the same: the asset after anchoring, the prim and the retiming.
   */
  private record Target(String asset, @Nullable Path prim, double offset, double scale) {}

  /** The layer that said it, and how. */
  private record Source(Layer layer, Reference reference) {}

  void addReferences(Node node) {
    addAll(node, ArcType.REFERENCE, PrimSpec::references);
  }

  void addPayloads(Node node) {
    Path composed = build.composedPath(node);
    if (composed == null || build.composing.loads(composed)) {
      addAll(node, ArcType.PAYLOAD, PrimSpec::payloads);
    } else {
      build.composing.skipPayload();
    }
  }

  private void addAll(Node node, ArcType type, Function<PrimSpec, ListOp<Reference>> field) {
    Map<Target, Source> sources = new HashMap<>();
    List<Target> targets = List.of();
    for (LayerStack.Authored authored : node.layerStack.specs(node.path).reversed()) {
      targets =
          field
              .apply(authored.spec())
              .apply(targets, reference -> anchored(authored.layer(), reference, sources));
    }
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      addOne(node, type, target, Objects.requireNonNull(sources.get(target)), i);
    }
  }

  private Target anchored(Layer layer, Reference reference, Map<Target, Source> sources) {
    String asset =
        reference.isInternal() ? "" : build.composing.stacks().identify(reference.asset(), layer);
    Target target = new Target(asset, reference.prim(), reference.offset(), reference.scale());
    sources.put(target, new Source(layer, reference));
    return target;
  }

  private void addOne(Node node, ArcType type, Target target, Source source, int number) {
    Path prim = target.prim;
    if (prim != null && (!prim.isPrim() || prim.hasVariantSelections())) {
      build.error(
          CompositionError.Kind.INVALID_PRIM_PATH,
          source.layer,
          node,
          "<" + prim + "> is no prim path");
      return;
    }
    boolean internal = target.asset.isEmpty();
    LayerStack stack = internal ? node.layerStack : opened(node, target, source);
    if (stack == null) {
      return;
    }
    if (!Retimings.isValid(target.offset, target.scale)) {
      build.error(
          CompositionError.Kind.INVALID_REFERENCE_OFFSET,
          source.layer,
          node,
          "the offset " + target.offset + " with scale " + target.scale + " is ignored");
    }
    Path path = prim != null ? prim : stack.defaultPrim();
    if (path == null) {
      build.error(
          CompositionError.Kind.UNRESOLVED_PRIM_PATH,
          source.layer,
          node,
          "@" + stack.identifier() + "@ names no default prim");
      path = Path.ROOT;
    }
    MapFunction map = ArcMaps.arc(node, path, internal);
    build.add(Arc.authored(type, node, new Site(stack, path), map, number));
  }

  private @Nullable LayerStack opened(Node node, Target target, Source source) {
    if (VariableExpression.isIn(source.reference.asset())) {
      build.error(
          CompositionError.Kind.UNSUPPORTED_FEATURE,
          source.layer,
          node,
          VariableExpression.refusal(source.reference.asset()));
      return null;
    }
    LayerStacks stacks = build.composing.stacks();
    LayerStacks.Opened opened = stacks.open(target.asset);
    Layer layer = opened.layer();
    if (layer == null) {
      build.error(
          CompositionError.Kind.INVALID_ASSET_PATH,
          source.layer,
          node,
          "@" + source.reference.asset() + "@ cannot be opened: " + opened.problem());
      return null;
    }
    return stacks.stackOf(layer);
  }

  /** Reports a target at which no spec exists, neither directly nor by an arc. */
  void checkResolved(Node node) {
    Path intro = node.introPath();
    if (intro.isRoot()) {
      return;
    }
    boolean found =
        node.subtree().stream().anyMatch(each -> each.layerStack.hasSpec(each.introPath()));
    if (!found) {
      build.error(
          CompositionError.Kind.UNRESOLVED_PRIM_PATH,
          Objects.requireNonNull(node.parent),
          "there is nothing at " + new Site(node.layerStack, intro));
    }
  }
}
