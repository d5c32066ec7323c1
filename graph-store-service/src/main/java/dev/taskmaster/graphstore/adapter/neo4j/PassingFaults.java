package dev.taskmaster.graphstore.adapter.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * Tells faults of our surroundings, after which the same batch can succeed, from batches that never
 * will: only the latter may be taken apart and parked.
 */
public final class PassingFaults {
  private PassingFaults() {}

  /** Whether to try again: the database restarts, its pool is used up, the disk is full. */
  public static boolean isPassing(Throwable fault) {
    return fault instanceof RetryableException
        || isPoolUsedUp(fault)
        || (fault instanceof UncheckedIOException
            && !(fault.getCause() instanceof JsonProcessingException));
  }

  /** The driver has no type of its own for it. */
  private static boolean isPoolUsedUp(Throwable fault) {
    return fault instanceof ClientException
        && String.valueOf(fault.getMessage())
            .toLowerCase(Locale.ROOT)
            .contains("unable to acquire connection");
  }
}
