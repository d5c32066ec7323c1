package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.control.ControlRequest;
import dev.taskmaster.localstack.control.ControlServer;
import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.parts.StackFolders;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.parts.StackPlan;
import dev.taskmaster.localstack.ports.Ports.PortTakenException;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.ProcessIdentity;
import dev.taskmaster.localstack.state.ProcessState;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stack held together by this process: when this process ends, in whatever way, so does the
 * stack.
 */
final class OwnedStack implements RunningStack {
  private static final long HOUSEKEEPING_SECONDS = 5;

  private final StackOptions options;
  private final Installation installation;
  private final Map<String, String> person;
  private final StackPlan plan;
  private final DataFolderLock lock;
  private final ControlServer control;
  private final StackBoard board;
  private final Children children;
  private final Thread shutdownHook = new Thread(this::stop, "stack-shutdown");
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private OwnedStack(
      StackOptions options,
      Installation installation,
      Map<String, String> person,
      StackListener listener,
      DataFolderLock lock) {
    this.options = options;
    this.installation = installation;
    this.person = person;
    this.lock = lock;
    this.plan = StackPlan.of(installation, options, person);
    this.control = ControlServer.open();
    this.board = new StackBoard(initialState(), new StackFile(options.dataDir()), listener);
    this.children =
        new Children(board, new RestartPolicy(options.restartFailed(), InstantSource.system()));
  }

  /** Starts everything {@code options} ask for; returns when all of it is ready. */
  static OwnedStack start(
      Installation installation,
      StackOptions options,
      StackListener listener,
      DataFolderLock lock) {
    OwnedStack stack;
    try {
      stack = new OwnedStack(options, installation, System.getenv(), listener, lock);
    } catch (PortTakenException e) {
      lock.close();
      throw StackStartException.badInput(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      lock.close();
      throw new StackStartException(String.valueOf(e.getMessage()), e);
    }
    Runtime.getRuntime().addShutdownHook(stack.shutdownHook);
    try {
      stack.startAll();
      return stack;
    } catch (RuntimeException e) {
      stack.fail(e);
      throw e;
    }
  }

  private StackState initialState() {
    var folders = new StackFolders(options.dataDir());
    var entries =
        plan.all().stream()
            .map(
                process ->
                    new ProcessEntry(
                        process.name(),
                        ProcessState.WAITING,
                        process.port(),
                        process.uri(),
                        folders.log(process.name()),
                        null,
                        0))
            .toList();
    return new StackState(
        UUID.randomUUID().toString(),
        Phase.STARTING,
        null,
        Instant.now(),
        installation.root().toString(),
        ProcessIdentity.ofThisProcess(),
        control.point(),
        options.models().fingerprint(person),
        options.unsafeHostExec(),
        entries);
  }

  private void startAll() {
    control.serve(this::handle);
    children.startAll(plan.infrastructure());
    children.startAll(plan.services());
    board.update(state -> state.in(Phase.READY));
    Thread.ofVirtual().name("housekeeping").start(this::keepHouse);
  }

  private void handle(ControlRequest request) {
    switch (request) {
      case ControlRequest.Restart restart -> restart(restart.process());
      case ControlRequest.RestartWorkers workers -> restartWorkers(workers.settings());
      case ControlRequest.Stop stop -> Thread.ofPlatform().name("stop").start(this::stop);
      case ControlRequest.Lease lease ->
          throw new IllegalArgumentException("a lease is held by the connection: " + lease);
    }
  }

  private void keepHouse() {
    try {
      while (!stopped.await(HOUSEKEEPING_SECONDS, TimeUnit.SECONDS)) {
        children.rotateLogs();
        var limit = options.idleLimit();
        if (limit != null && control.leases().idleFor(limit)) {
          stop();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(RuntimeException reason) {
    var message = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    board.update(state -> state.failed(message));
    stop();
  }

  @Override
  public StackState state() {
    return board.state();
  }

  @Override
  public boolean isOwned() {
    return true;
  }

  @Override
  public void restartWorkers(ModelSettings settings) {
    children.restartAll(plan.workersWith(settings));
    board.update(state -> state.withModels(settings.fingerprint(person)));
  }

  @Override
  public void restart(String process) {
    children.restartAll(List.of(children.planOf(process)));
  }

  @Override
  public void stop() {
    if (!stopping.compareAndSet(false, true)) {
      awaitStopped();
      return;
    }
    try {
      if (board.state().phase() != Phase.FAILED) {
        board.update(state -> state.in(Phase.STOPPING));
      }
      children.stopAll(plan.services());
      children.stopAll(plan.infrastructure());
      control.close();
      board.close();
    } finally {
      plan.close();
      lock.close();
      stopped.countDown();
    }
  }

  /** Waits until the stack has been stopped, by whoever asked for it. */
  void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook finds nothing left to do.
      return;
    }
  }
}
