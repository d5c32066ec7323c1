package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.claims.WorkOrder.Opinion;
import java.util.List;
import java.util.Map;

/**
 * What the layers of a task say together, before anybody judged it.
 *
 * @param task the opinions on {@code /Task} itself, by name
 * @param prims what lies below {@code /Task}, parents before children, siblings in their order
 * @param errors what could not be composed, one line each
 */
public record ComposedGraph(Map<String, Opinion> task, List<Prim> prims, List<String> errors) {
  public ComposedGraph {
    task = Map.copyOf(task);
    prims = List.copyOf(prims);
    errors = List.copyOf(errors);
  }

  /**
   * One prim below {@code /Task}.
   *
   * @param defined whether some layer defines it; else layers only say something about it
   * @param dependsOn target paths, in order
   * @param context target paths, in order
   */
  public record Prim(
      String path,
      boolean defined,
      Map<String, Opinion> opinions,
      List<String> dependsOn,
      List<String> context) {
    public Prim {
      opinions = Map.copyOf(opinions);
      dependsOn = List.copyOf(dependsOn);
      context = List.copyOf(context);
    }
  }
}
