package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.graphstore.adapter.composition.StageComposer;
import dev.taskmaster.graphstore.library.Library;
import dev.taskmaster.graphstore.results.KnownResults;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A store whose own library has a node without a kind. */
final class BrokenLibrary implements Library {
  private final MemoryBlobs blobs = new MemoryBlobs();

  Decision submit() {
    Texts texts = hash -> blobs.text(new BlobHash(hash));
    var decide =
        new Decide(
            new Surroundings(
                Policy.standard(),
                new StageComposer(texts),
                texts,
                this,
                KnownResults.NONE,
                new SplittableRandom(1),
                1));
    return decide.decide(null, new Input.Wanted(Samples.submitted()), Samples.START);
  }

  @Override
  public String classes() {
    return "#usda 1.0\n";
  }

  @Override
  public Optional<String> task(String name) {
    return Optional.of("#usda 1.0\ndef \"Task\"\n{\n    def \"Plan\"\n    {\n    }\n}\n");
  }

  @Override
  public List<String> tasks() {
    return List.of();
  }
}
