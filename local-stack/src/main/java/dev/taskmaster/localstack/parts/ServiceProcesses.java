package dev.taskmaster.localstack.parts;

import dev.taskmaster.localstack.process.ChildSpec;
import dev.taskmaster.localstack.readiness.HttpReady;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the record of a service into the process that runs its built application. */
final class ServiceProcesses {
  private static final Memory MEMORY = new Memory(96, 128, 32, Memory.Compiler.QUICK);

  private final Premises premises;
  private final Map<ServiceSpec, URI> addresses;
  private final PlannedProcess kafka;
  private final PlannedProcess neo4j;
  private final boolean unsafeHostExec;

  ServiceProcesses(
      Premises premises,
      Map<ServiceSpec, URI> addresses,
      PlannedProcess kafka,
      PlannedProcess neo4j,
      boolean unsafeHostExec) {
    this.premises = premises;
    this.addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    this.kafka = kafka;
    this.neo4j = neo4j;
    this.unsafeHostExec = unsafeHostExec;
  }

  List<PlannedProcess> planAll(ModelSettings models) {
    return addresses.keySet().stream().map(service -> plan(service, models)).toList();
  }

  private PlannedProcess plan(ServiceSpec service, ModelSettings models) {
    var address = addressOf(service);
    var application = new QuarkusApplication(premises.installation().application(service.module()));
    var flags = Stream.concat(MEMORY.flags().stream(), QuarkusApplication.FLAGS.stream()).toList();
    var folders = premises.folders();
    var spec =
        new ChildSpec(
            service.name(),
            premises.program(
                service.name(), flags, application.classPath(), QuarkusApplication.MAIN, List.of()),
            environment(service, models),
            folders.run(),
            folders.log(service.name()),
            new HttpReady(address),
            Duration.ofSeconds(120),
            Duration.ofSeconds(20));
    return new PlannedProcess(spec, address.getPort(), address, service.callsModels());
  }

  private URI addressOf(ServiceSpec service) {
    var address = addresses.get(service);
    if (address == null) {
      throw new IllegalArgumentException("no address was chosen for " + service.name());
    }
    return address;
  }

  private Map<String, String> environment(ServiceSpec service, ModelSettings models) {
    var environment = new LinkedHashMap<String, String>();
    if (service.callsModels()) {
      environment.putAll(premises.surroundings().personal());
      environment.remove("TASKMASTER_MODELS");
      environment.putAll(models.environment());
      var modelsFile = models.modelsFile();
      if (modelsFile != null) {
        environment.put("TASKMASTER_MODELS", modelsFile.toString());
      }
    } else {
      environment.putAll(premises.surroundings().minimal());
    }
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(addressOf(service).getPort()));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port());
    environment.put("QUARKUS_NEO4J_URI", neo4j.uri().toString());
    environment.put("QUARKUS_NEO4J_AUTHENTICATION_DISABLED", "true");
    environment.put("TASKMASTER_BLOBS_DIR", premises.folders().blobs().toString());
    environment.put("TASKMASTER_EXCHANGE_DIR", premises.folders().exchange().toString());
    environment.put("TASKMASTER_WORK_DIR", premises.folders().work().toString());
    environment.put("TASKMASTER_UNSAFE_HOST_EXEC", Boolean.toString(unsafeHostExec));
    addresses.forEach(
        (other, address) -> {
          if (other.addressVariable() != null) {
            environment.put(other.addressVariable(), address.toString());
          }
        });
    return environment;
  }
}
