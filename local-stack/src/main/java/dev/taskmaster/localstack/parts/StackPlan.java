package dev.taskmaster.localstack.parts;

import dev.taskmaster.localstack.parts.StackOptions.Scope;
import dev.taskmaster.localstack.ports.Ports;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every process of a stack, with its port chosen. */
public final class StackPlan implements AutoCloseable {
  private final PlannedProcess kafka;
  private final PlannedProcess neo4j;
  private final List<PlannedProcess> services;
  private final ServiceProcesses processes;
  private final Ports ports;

  private StackPlan(
      PlannedProcess kafka,
      PlannedProcess neo4j,
      List<PlannedProcess> services,
      ServiceProcesses processes,
      Ports ports) {
    this.kafka = kafka;
    this.neo4j = neo4j;
    this.services = List.copyOf(services);
    this.processes = processes;
    this.ports = ports;
  }

  /** Plans what {@code options} ask for; {@code person} is the environment of who asks. */
  public static StackPlan of(
      Installation installation, StackOptions options, Map<String, String> person) {
    var ports = new Ports(options.ports());
    try {
      return plan(Premises.of(installation, options, person), options, ports);
    } catch (RuntimeException e) {
      ports.close();
      throw e;
    }
  }

  private static StackPlan plan(Premises premises, StackOptions options, Ports ports) {
    var kafka =
        KafkaBroker.plan(
            premises,
            ports.choose(KafkaBroker.NAME, KafkaBroker.USUAL_PORT),
            ports.free(),
            options.partitions());
    var neo4j =
        Neo4jDatabase.plan(premises, ports.choose(Neo4jDatabase.NAME, Neo4jDatabase.USUAL_PORT));
    var addresses = new LinkedHashMap<ServiceSpec, URI>();
    for (var service : wanted(options.scope())) {
      int port = ports.choose(service.name(), service.usualPort());
      addresses.put(service, URI.create("http://127.0.0.1:" + port));
    }
    var processes =
        new ServiceProcesses(premises, addresses, kafka, neo4j, options.unsafeHostExec());
    return new StackPlan(kafka, neo4j, processes.planAll(options.models()), processes, ports);
  }

  /** What the processes of a whole stack are called. */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(KafkaBroker.NAME, Neo4jDatabase.NAME),
            Services.ALL.stream().map(ServiceSpec::name))
        .toList();
  }

  private static List<ServiceSpec> wanted(Scope scope) {
    return scope == Scope.EVERYTHING ? Services.ALL : List.of();
  }

  /** Broker and database: the services need them. */
  public List<PlannedProcess> infrastructure() {
    return List.of(kafka, neo4j);
  }

  /** The services; none in a stack of broker and database only. */
  public List<PlannedProcess> services() {
    return services;
  }

  /** The services that call models, planned anew for other settings. */
  public List<PlannedProcess> workersWith(ModelSettings settings) {
    return processes.planAll(settings).stream().filter(PlannedProcess::callsModels).toList();
  }

  /** All of them, in the order they are shown. */
  public List<PlannedProcess> all() {
    return Stream.concat(infrastructure().stream(), services.stream()).toList();
  }

  /** Gives the ports back to other stacks. */
  @Override
  public void close() {
    ports.close();
  }
}
