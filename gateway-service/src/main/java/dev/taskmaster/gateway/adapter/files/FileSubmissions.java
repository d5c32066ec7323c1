package dev.taskmaster.gateway.adapter.files;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.gateway.tasks.Submissions;
import dev.taskmaster.gateway.tasks.TaskRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One small file per key, named by the key's hash, written before the task is published. */
public final class FileSubmissions implements Submissions {
  private static final int LONGEST_KEY = 255;

  private final Path folder;
  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  /**
   * @param folder where the files lie; made when it is missing
   */
  public FileSubmissions(Path folder) {
    this.folder = folder;
  }

  /** What a key's file says. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Note(TaskId task, String request) {}

  @Override
  public Submission begin(@Nullable String key, TaskRequest request, Supplier<TaskId> newTask) {
    if (key == null) {
      return new Once(newTask.get());
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Refusal.malformed(
          "Idempotency-Key",
          "An Idempotency-Key has 1 to %d characters, not %d."
              .formatted(LONGEST_KEY, key.length()));
    }
    var name = BlobHash.of(key);
    var lock = locks[Math.floorMod(name.hashCode(), locks.length)];
    lock.lock();
    try {
      var file = folder.resolve(name.value());
      var hash = BlobHash.of(EventJson.write(request)).value();
      var known = read(file);
      if (known.isPresent() && !known.get().request().equals(hash)) {
        throw Refusal.invalid(
            "Idempotency-Key",
            "This Idempotency-Key was used for another request, which became task %s: use a new key for a new wish."
                .formatted(known.get().task()));
      }
      var note = known.orElseGet(() -> write(file, new Note(newTask.get(), hash)));
      return new Keyed(note.task(), known.isPresent(), lock);
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  private Optional<Note> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(EventJson.mapper().readValue(Files.readAllBytes(file), Note.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Note write(Path file, Note note) {
    try {
      Files.createDirectories(folder);
      var whole = Files.createTempFile(folder, "key-", ".tmp");
      Files.write(whole, EventJson.write(note));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      return note;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** A submission that nobody can repeat. */
  private record Once(TaskId task) implements Submission {
    @Override
    public boolean repeated() {
      return false;
    }

    @Override
    public void close() {
      // There is nothing to release.
    }
  }

  /**
   * A submission with a key. The note stays when publishing was uncertain: a repetition then
   * publishes the same task again, and the store takes a task on once.
   */
  private record Keyed(TaskId task, boolean repeated, ReentrantLock lock) implements Submission {
    @Override
    public void close() {
      lock.unlock();
    }
  }
}
