package dev.taskmaster.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.live.TaskStream.Item;
import dev.taskmaster.gateway.tasks.TaskStore.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskStreamTest {
  private final TaskId task = TaskId.at(Instant.EPOCH, new Random(1));
  private final JournalFeed feed = new JournalFeed();
  private final List<Entry> stored = new ArrayList<>();

  private List<Entry> history(TaskId id, long seq) {
    synchronized (stored) {
      return stored.stream().filter(entry -> entry.seq() > seq).limit(10).toList();
    }
  }

  private TaskStream stream(long after) {
    return new TaskStream(task, after, false, this::history, feed, Duration.ofMillis(20));
  }

  private static Entry moved(long seq, String to) {
    return new Entry(
        "journal.task-moved", JsonNodeFactory.instance.objectNode().put("seq", seq).put("to", to));
  }

  private static Entry entry(long seq) {
    return new Entry("journal.node-moved", JsonNodeFactory.instance.objectNode().put("seq", seq));
  }

  private void happens(Entry entry) {
    synchronized (stored) {
      stored.add(entry);
    }
    feed.arrived(task, entry);
  }

  private static List<Long> rest(TaskStream stream) throws InterruptedException {
    var seen = new ArrayList<Long>();
    while (true) {
      switch (stream.next()) {
        case Item.Event event -> seen.add(event.entry().seq());
        case Item.Silence silence -> {}
        case Item.End end -> {
          return seen;
        }
      }
    }
  }

  @Test
  void historyComesFirstThenWhatArrives() throws Exception {
    stored.add(entry(1));
    try (var stream = stream(0)) {
      happens(entry(2));
      happens(moved(3, "committed"));

      assertThat(rest(stream)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aWatcherThatComesBackGetsOnlyWhatItMissed() throws Exception {
    LongStream.rangeClosed(1, 25).forEach(seq -> stored.add(entry(seq)));
    stored.add(moved(26, "rejected"));

    try (var stream = stream(22)) {
      assertThat(rest(stream)).containsExactly(23L, 24L, 25L, 26L);
    }
  }

  @Test
  void aHoleInWhatArrivesIsFilledFromHistory() throws Exception {
    try (var stream = stream(0)) {
      assertThat(stream.next()).isInstanceOf(Item.Silence.class);
      stored.add(entry(1));
      stored.add(entry(2));
      happens(entry(3));
      happens(moved(4, "cancelled"));

      assertThat(rest(stream)).containsExactly(1L, 2L, 3L, 4L);
    }
  }

  @Test
  void whatArrivesTwiceIsPassedOnOnce() throws Exception {
    try (var stream = stream(0)) {
      assertThat(stream.next()).isInstanceOf(Item.Silence.class);
      happens(entry(1));
      feed.arrived(task, entry(1));
      happens(moved(2, "broken"));

      assertThat(rest(stream)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aTaskThatWasRetriedGoesOnAfterItsFirstEnd() throws Exception {
    stored.add(moved(1, "rejected"));
    stored.add(moved(2, "planning"));
    stored.add(moved(3, "committed"));

    try (var stream = stream(0)) {
      assertThat(rest(stream)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void whoComesBackAfterTheEndIsToldSo() throws Exception {
    stored.add(moved(1, "committed"));

    try (var stream = new TaskStream(task, 1, true, this::history, feed, Duration.ofSeconds(60))) {
      assertThat(stream.next()).isInstanceOf(Item.End.class);
    }
  }

  @Test
  void whatWasDecidedTogetherWithTheEndStillComes() throws Exception {
    try (var stream = stream(0)) {
      assertThat(stream.next()).isInstanceOf(Item.Silence.class);
      stored.add(moved(1, "cancelled"));
      stored.add(entry(2));
      feed.arrived(task, stored.getFirst());

      assertThat(rest(stream)).containsExactly(1L, 2L);
    }
  }

  @Test
  void anEventThatNeverArrivedIsFoundAfterASilence() throws Exception {
    try (var stream = stream(0)) {
      assertThat(stream.next()).isInstanceOf(Item.Silence.class);
      stored.add(moved(1, "committed"));

      assertThat(rest(stream)).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsMissingOrRepeatedHoweverItArrives(long seed) throws Exception {
    var random = new Random(seed);
    int last = 3000;
    try (var stream = stream(0)) {
      var writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (long seq = 1; seq <= last; seq++) {
                      var entry = seq == last ? moved(seq, "committed") : entry(seq);
                      synchronized (stored) {
                        stored.add(entry);
                      }
                      for (int copies = random.nextInt(3); copies > 0; copies--) {
                        feed.arrived(task, entry);
                      }
                    }
                  });

      assertThat(rest(stream))
          .as("seed %d", seed)
          .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
      writer.join();
    }
    assertThat(feed.watchers()).isZero();
  }
}
