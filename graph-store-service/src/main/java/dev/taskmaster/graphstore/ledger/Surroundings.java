package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.graphstore.library.Library;
import dev.taskmaster.graphstore.results.KnownResults;
import dev.taskmaster.graphstore.taskgraph.Composer;
import java.util.random.RandomGenerator;

/**
 * What a decision may ask. Equal questions get equal answers, so that a decision made twice is the
 * same decision; only {@code random} spreads retries.
 *
 * @param texts layers and definitions by their hash
 * @param epochBase the lowest epoch for new tasks; differs between stores
 */
public record Surroundings(
    Policy policy,
    Composer composer,
    Texts texts,
    Library library,
    KnownResults known,
    RandomGenerator random,
    long epochBase) {

  public Surroundings with(KnownResults results) {
    return new Surroundings(policy, composer, texts, library, results, random, epochBase);
  }
}
