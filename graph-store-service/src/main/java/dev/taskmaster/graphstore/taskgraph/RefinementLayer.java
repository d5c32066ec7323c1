package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaWriter;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.List;
import java.util.Optional;

/** The graph store's own layer: a refine node for each round that failed. */
public final class RefinementLayer {
  public static final String NAME = "refinements";

  private RefinementLayer() {}

  /** The name of the node that corrects round {@code round}. */
  public static String nodeName(int round) {
    return "Refine" + round;
  }

  /** The layer's text with one more refine node. */
  public static String with(Optional<String> known, int round, NodePath failed) {
    var layer =
        known.map(text -> UsdaReader.read(NAME, text).edit()).orElseGet(() -> Layer.builder(NAME));
    layer
        .def("/Task/" + nodeName(round))
        .inherits(ListOp.Edit.EXPLICIT, List.of(Path.parse(InitialLayers.classOf(NodeKind.REFINE))))
        .targets("dependsOn", failed.value());
    return UsdaWriter.write(layer.build());
  }
}
