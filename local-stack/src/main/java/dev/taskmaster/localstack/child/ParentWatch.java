package dev.taskmaster.localstack.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child process: runs the main class named by its first argument, and ends
 * the process in good order as soon as standard input ends. The launcher holds the other end of
 * that pipe, so a launcher that dies, however it dies, leaves no orphan.
 */
public final class ParentWatch {
  private static final long GRACE_MILLIS = 20_000;

  private ParentWatch() {}

  /** Starts {@code args[0]} with the remaining arguments. */
  public static void main(String[] args) throws Throwable {
    watch(System.in);
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static void watch(InputStream parent) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> endWith(parent));
  }

  private static void endWith(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // The launcher sends nothing; only the end of the stream matters.
      }
    } catch (IOException e) {
      System.err.println("parent-watch: the pipe to the launcher broke: " + e.getMessage());
    }
    Thread.ofPlatform().daemon().name("parent-watch-halt").start(ParentWatch::haltAfterGrace);
    System.exit(143);
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(143);
  }
}
