package dev.taskmaster.graphstore.adapter.composition;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Reference;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.layer.SubLayer;
import dev.taskmaster.graphstore.taskgraph.AuthoredLayer;
import dev.taskmaster.graphstore.taskgraph.AuthoredLayer.AuthoredPrim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a layer writes, in the words of the guard. */
final class Authored {
  private Authored() {}

  static AuthoredLayer of(Layer layer) {
    var properties = new TreeMap<String, Set<String>>();
    var defined = new HashSet<String>();
    var references = new ArrayList<String>();
    for (var path : layer.primPaths()) {
      var spec = layer.prim(path);
      if (spec == null || path.isRoot()) {
        continue;
      }
      var place = path.stripVariants().toString();
      var said = properties.computeIfAbsent(place, unused -> new HashSet<>());
      said.addAll(spec.properties());
      if (spec.metadata().containsKey("active")) {
        said.add("active");
      }
      if (spec.specifier() == Specifier.DEF) {
        defined.add(place);
      }
      references.addAll(assets(spec));
    }
    return new AuthoredLayer(
        prims(properties, defined),
        references,
        layer.subLayers().stream().map(SubLayer::asset).toList());
  }

  private static List<AuthoredPrim> prims(
      Map<String, Set<String>> properties, Set<String> defined) {
    return properties.entrySet().stream()
        .map(
            entry ->
                new AuthoredPrim(
                    entry.getKey(), defined.contains(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static List<String> assets(PrimSpec spec) {
    var assets = new ArrayList<String>();
    for (var list : List.of(spec.references(), spec.payloads())) {
      for (var edit : ListOp.Edit.values()) {
        List<Reference> items = list.items(edit);
        if (items != null) {
          items.stream()
              .filter(item -> !item.isInternal())
              .map(Reference::asset)
              .forEach(assets::add);
        }
      }
    }
    return assets;
  }
}
