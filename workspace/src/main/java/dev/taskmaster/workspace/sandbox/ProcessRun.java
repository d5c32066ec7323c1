package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** A process that is watched: its time, its output, its end and that of all its children. */
final class ProcessRun implements RunningCommand {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

  /** Ends what belongs to a process. */
  interface Killing {
    /** Asks all to end. */
    void ask(Process process);

    /** Ends all that is left, also when the process itself is gone. */
    void force(Process process);
  }

  private final Process process;
  private final Killing killing;
  private final Isolation isolation;
  private final Duration timeout;
  private final Runnable cleanUp;
  private final BoundedOutput output;
  private final Thread reader;
  private final long started = System.nanoTime();
  private final AtomicBoolean killed = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock stopping = new ReentrantLock();

  ProcessRun(
      Process process,
      Killing killing,
      Isolation isolation,
      SandboxCommand command,
      Runnable cleanUp) {
    this.process = process;
    this.killing = killing;
    this.isolation = isolation;
    this.timeout = command.timeout();
    this.cleanUp = cleanUp;
    this.output = new BoundedOutput(command.outputLimitBytes());
    this.reader = Thread.ofVirtual().name("sandbox-output").start(this::drain);
  }

  @Override
  public Ran await() {
    boolean timedOut = false;
    boolean interrupted = false;
    try {
      timedOut = !process.waitFor(timeout.toNanos() - elapsed(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (timedOut || interrupted) {
      cancel();
    }
    interrupted |= settle();
    Ran ran =
        new Ran(
            process.isAlive() ? 137 : process.exitValue(),
            output.text(),
            output.isTruncated(),
            timedOut,
            killed.get(),
            isolation,
            TimeUnit.NANOSECONDS.toMillis(elapsed()));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return ran;
  }

  /** Waits for the very end, whatever interrupts come; returns whether one came. */
  private boolean settle() {
    boolean interrupted = waitQuietly(GRACE);
    killing.force(process);
    interrupted |= waitQuietly(GRACE);
    try {
      reader.join(LAST_OUTPUT);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    close();
    return interrupted;
  }

  private boolean waitQuietly(Duration atMost) {
    try {
      var unused = process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void cancel() {
    stopping.lock();
    try {
      if (!process.isAlive() || !killed.compareAndSet(false, true)) {
        return;
      }
      killing.ask(process);
      boolean interrupted = waitQuietly(GRACE);
      killing.force(process);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    } finally {
      stopping.unlock();
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      killing.force(process);
      var unused = waitQuietly(GRACE);
      try {
        process.getInputStream().close();
      } catch (IOException alreadyClosed) {
        // There is nothing left to free.
      }
      cleanUp.run();
    }
  }

  private void drain() {
    byte[] buffer = new byte[65_536];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        output.add(buffer, n);
      }
    } catch (IOException ended) {
      // Closed by us after the end; what came until then is kept.
    }
  }

  private long elapsed() {
    return System.nanoTime() - started;
  }
}
