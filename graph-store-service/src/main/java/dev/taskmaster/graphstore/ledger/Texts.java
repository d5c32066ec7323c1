package dev.taskmaster.graphstore.ledger;

import java.util.Optional;

/** Texts by the SHA-256 of their UTF-8 bytes. */
@FunctionalInterface
public interface Texts {

  /** The text with this hash; empty where nobody stored it. */
  Optional<String> text(String hash);
}
