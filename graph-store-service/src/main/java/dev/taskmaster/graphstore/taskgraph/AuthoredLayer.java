package dev.taskmaster.graphstore.taskgraph;

import java.util.List;
import java.util.Set;

/**
 * What one layer writes, before it is composed with others.
 *
 * @param references asset paths of all references and payloads
 * @param subLayers asset paths of sublayers
 */
public record AuthoredLayer(
    List<AuthoredPrim> prims, List<String> references, List<String> subLayers) {
  public AuthoredLayer {
    prims = List.copyOf(prims);
    references = List.copyOf(references);
    subLayers = List.copyOf(subLayers);
  }

  /**
   * One prim of the layer.
   *
   * @param path without variant selections
   * @param properties names of the attributes and relationships it writes; {@code active} where it
   *     switches the prim on or off
   */
  public record AuthoredPrim(String path, boolean defines, Set<String> properties) {
    public AuthoredPrim {
      properties = Set.copyOf(properties);
    }
  }
}
