package dev.taskmaster.localstack.cli.demo;

import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.StackAccess;
import dev.taskmaster.localstack.cli.StackCommand;
import dev.taskmaster.localstack.cli.task.Following;
import dev.taskmaster.localstack.cli.task.Git;
import dev.taskmaster.localstack.cli.task.SandboxCheck;
import dev.taskmaster.localstack.cli.task.TaskReport;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.gateway.TaskWish;
import dev.taskmaster.localstack.live.Style.Tone;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.views.TaskView;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole of it on a bundled sample, with a recorded model. */
@Command(
    name = "demo",
    description = {
      "Run the bundled task on the bundled sample repository, on a stack of its own: a first try that fails its tests, a correction of its inputs, a second try that passes.",
      "Its model is a recording; nothing leaves this machine and nothing is paid."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand extends StackCommand {
  @Option(
      names = "--keep",
      description = "Leave the demo's stack running, to look at it in a browser.")
  private boolean keep;

  @Override
  public Integer call() throws InterruptedException {
    var access = stack().in(stack().dataDir().resolve("demo"));
    var folder = access.dataDir();
    if (access.find().isPresent()) {
      throw CommandFailure.badInput(
          "A demo is running in %s already: stop it with './taskmaster down --data %s'."
              .formatted(folder, folder));
    }
    Bundle.wipe(folder);
    var sample = unpack(folder);
    boolean sandboxed = SandboxCheck.works();
    introduce(sample, sandboxed);
    var models = new ModelSettings(folder.resolve("models.yaml"), Map.of());
    UnaryOperator<StackOptions.Builder> wishes =
        stack -> stack.models(models).ports(OwnPorts.choose());
    try (var running = keep ? access.findOrStartDetached(wishes) : access.findOrStart(wishes)) {
      var gateway = new Gateway(running.gatewayUri());
      var wish = TaskWish.of(sample, Bundle.text("task.txt").strip()).unsafe(!sandboxed);
      var accepted = gateway.submit(wish);
      accepted.notices().forEach(notice -> err().println("note: " + notice));
      var task =
          new Following(gateway, err(), "The demo was interrupted; its stack is stopped.")
              .toTheEnd(accepted.task());
      report(gateway, task, access);
      return TaskReport.exitCode(task);
    }
  }

  private static Path unpack(Path folder) {
    var sample = folder.resolve("sample");
    Bundle.unpack("sample", sample);
    Bundle.unpack("models.yaml", folder.resolve("models.yaml"));
    Bundle.unpack("recording.json", folder.resolve("recording.json"));
    var git = new Git(sample);
    git.must("init", "--quiet", "--initial-branch=main");
    git.must("add", "--all");
    git.must("commit", "--quiet", "--message", "The sample as it comes, with its defect");
    return sample;
  }

  private void introduce(Path sample, boolean sandboxed) {
    err().printf("Sample repository: %s%n", sample);
    err().printf("Task: %s%n", Bundle.text("task.txt").strip());
    err()
        .println(
            "Model: RECORDED. Its replies were written down before; no model is asked, nothing is paid.");
    err()
        .println(
            sandboxed
                ? "Sandbox: on. Commands run in bubblewrap, without network."
                : "Sandbox: OFF. No bwrap works here; the sample's tests run directly on this machine.");
    err().flush();
  }

  private void report(Gateway gateway, TaskView task, StackAccess access) {
    var report = new TaskReport(gateway);
    if (options().json()) {
      printJson(task);
    } else {
      print(report, task);
    }
    err().println();
    err().println(TaskReport.cost(task));
    err().println("How to go on:");
    if (keep) {
      err().printf("  in a browser    %s/#%s%n", gateway.address(), task.task());
      err()
          .printf("  why it went so  ./taskmaster task explain last --data %s%n", access.dataDir());
      err().printf("  stop it         ./taskmaster down --data %s%n", access.dataDir());
    } else {
      err()
          .printf("  look at it      ./taskmaster up --detach --data %s, then%n", access.dataDir());
      err()
          .printf(
              "                  ./taskmaster task explain last, or the gateway's address that 'up' names in a browser%n");
    }
    err().println("  your own code   ./taskmaster run --repo PATH \"DESCRIPTION\"");
    err().flush();
  }

  private void print(TaskReport report, TaskView task) {
    var style = Following.style();
    for (var correction : task.corrections()) {
      out()
          .println(
              style.paint(Tone.WAIT, "Round " + correction.round() + " failed: ")
                  + correction.failure());
      out()
          .printf(
              "  Not retried in place: the input of %s was corrected. Layer %s says %s;%n  only %s ran again.%n%n",
              correction.cause(),
              correction.layer(),
              String.join(", ", correction.changed()),
              correction.reran().stream()
                  .map(path -> path.name())
                  .collect(Collectors.joining(", ")));
    }
    report.print(task, out());
    out().println();
    out().print(report.diff(task));
    out().flush();
  }
}
