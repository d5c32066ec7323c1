package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.graphstore.library.Library;
import dev.taskmaster.graphstore.library.ShippedLibrary;
import java.util.List;
import java.util.Optional;

/** The shipped classes with a ready-made task that delivers nothing. */
final class ReviewedOnlyLibrary implements Library {
  private final Library shipped = new ShippedLibrary();

  @Override
  public String classes() {
    return shipped.classes();
  }

  @Override
  public Optional<String> task(String name) {
    return shipped
        .task(name)
        .map(text -> text.replace("def \"Deliver\"", "over \"Deliver\""))
        .map(
            text ->
                text.replace(
                    "    over \"Deliver\" (", "    over \"Deliver\" (\n        active = false"));
  }

  @Override
  public List<String> tasks() {
    return shipped.tasks();
  }
}
