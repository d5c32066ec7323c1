package dev.taskmaster.graphstore.ledger;

import java.util.Locale;

/** What can happen to a node. */
public enum NodeStep {
  RELEASED,
  FOUND,
  CLAIMED,
  CLAIMED_AGAIN,
  BEATEN,
  SUCCEEDED,
  TRIED_AGAIN,
  LEASE_EXPIRED,
  FAILED,
  WAITING,
  ANSWERED,
  DECLINED,
  SUPERSEDED,
  FOUND_AGAIN,
  DIRTIED,
  CANCELLED,
  REOPENED;

  /** The name in the diagram and in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
