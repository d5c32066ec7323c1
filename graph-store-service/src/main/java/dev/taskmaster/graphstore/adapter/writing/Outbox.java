package dev.taskmaster.graphstore.adapter.writing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Events between being stored and being known to be published. What could not be sent stays in the
 * store and is read from there again; an event may go out twice, with the same id.
 */
public final class Outbox {
  private final Publishing publishing;
  private final CrashPoints crashPoints;
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Set<String> sent = new LinkedHashSet<>();
  private boolean incomplete = true;

  public Outbox(Publishing publishing, CrashPoints crashPoints) {
    this.publishing = publishing;
    this.crashPoints = crashPoints;
  }

  /** Sends what is stored; what is on its way already is left alone. */
  public void publish(List<Outgoing> events) {
    for (var event : events) {
      if (begin(event.id())) {
        publishing.send(event, () -> confirm(event.id()), problem -> giveUp(event.id()));
        crashPoints.reach(CrashPoints.MID_PUBLISH);
      }
    }
  }

  /** Something is stored that this object may not have seen: the store has to be read. */
  public synchronized void suspect() {
    incomplete = true;
  }

  /** Whether the store has to be read for events that were never sent. */
  public synchronized boolean incomplete() {
    return incomplete;
  }

  /**
   * Sends again what the store still has.
   *
   * @param whole whether {@code stored} is all there is
   */
  public void drain(List<Outgoing> stored, boolean whole) {
    synchronized (this) {
      if (whole) {
        incomplete = false;
      }
    }
    publish(stored);
  }

  /** Events known to be published and not known by the store to be. */
  public synchronized List<String> sent() {
    if (!sent.isEmpty()) {
      crashPoints.reach(CrashPoints.BEFORE_MARK);
    }
    return new ArrayList<>(sent);
  }

  /** The store knows now. */
  public synchronized void marked(List<String> ids) {
    ids.forEach(sent::remove);
  }

  private synchronized boolean begin(String id) {
    return !sent.contains(id) && underWay.add(id);
  }

  private synchronized void confirm(String id) {
    underWay.remove(id);
    sent.add(id);
  }

  private synchronized void giveUp(String id) {
    underWay.remove(id);
    incomplete = true;
  }
}
