package dev.taskmaster.localstack.parts;

import java.util.List;

/** The services of the stack. A new one is one line here. */
public final class Services {
  public static final String GATEWAY = "gateway";

  public static final List<ServiceSpec> ALL =
      List.of(
          new ServiceSpec(
              "graph-store", "graph-store-service", 8471, false, "TASKMASTER_GRAPH_STORE_URL"),
          new ServiceSpec("prompt", "prompt-service", 8472, false, "TASKMASTER_PROMPTS_URL"),
          new ServiceSpec("planner", "planner-service", 8473, true, null),
          new ServiceSpec("executor", "executor-service", 8474, true, null),
          new ServiceSpec("review", "review-service", 8475, true, null),
          new ServiceSpec(GATEWAY, "gateway-service", 8470, false, "TASKMASTER_GATEWAY_URL"));

  private Services() {}
}
