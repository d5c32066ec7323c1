package dev.taskmaster.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobsTest {
  @TempDir Path folder;

  @Test
  void contentComesBackByItsHash() {
    for (Blobs blobs : List.of(new FolderBlobs(folder), new MemoryBlobs())) {
      BlobHash hash = blobs.put("Grüße, 世界\r\n");

      assertThat(blobs.text(hash)).contains("Grüße, 世界\r\n");
      assertThat(blobs.size(hash)).hasValue(17);
      assertThat(blobs.has(hash)).isTrue();
      assertThat(hash).isEqualTo(BlobHash.of("Grüße, 世界\r\n"));
    }
  }

  @Test
  void theHashIsPlainSha256() {
    assertThat(BlobHash.of("abc").value())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void whatWasNeverPutIsAbsent() {
    for (Blobs blobs : List.of(new FolderBlobs(folder), new MemoryBlobs())) {
      BlobHash hash = BlobHash.of("nobody put this");

      assertThat(blobs.get(hash)).isEmpty();
      assertThat(blobs.size(hash)).isEmpty();
      assertThat(blobs.has(hash)).isFalse();
    }
  }

  @Test
  void anEmptyBlobIsABlob() {
    Blobs blobs = new FolderBlobs(folder);

    assertThat(blobs.text(blobs.put(""))).contains("");
  }

  @Test
  void aLaterChangeOfTheCallersArrayDoesNotReachTheStore() {
    Blobs blobs = new MemoryBlobs();
    byte[] content = {1, 2, 3};
    BlobHash hash = blobs.put(content);
    Arrays.fill(content, (byte) 9);

    assertThat(blobs.get(hash)).contains(new byte[] {1, 2, 3});
  }

  @Test
  void aRestartFindsEverything() {
    BlobHash hash = new FolderBlobs(folder).put("kept");

    assertThat(new FolderBlobs(folder).text(hash)).contains("kept");
  }

  @Test
  void damagedContentIsNamedAndHealedByTheNextPut() throws Exception {
    Blobs blobs = new FolderBlobs(folder);
    BlobHash hash = blobs.put("precious");
    Files.writeString(onlyBlob(), "tampered");

    assertThatThrownBy(() -> blobs.get(hash))
        .isInstanceOf(DamagedBlobException.class)
        .hasMessageContaining(hash.value())
        .hasMessageContaining("put the same content again");

    blobs.put("precious");
    assertThat(blobs.text(hash)).contains("precious");
  }

  @Test
  void aBlobBeyondTheCapIsRefusedAndLeavesNothing() throws Exception {
    Blobs blobs = new FolderBlobs(folder, 4);

    assertThatThrownBy(() -> blobs.put("12345"))
        .isInstanceOf(BlobTooLargeException.class)
        .hasMessageContaining("5 bytes")
        .hasMessageContaining("4 bytes");
    assertThat(files()).isEmpty();
    assertThat(blobs.text(blobs.put("1234"))).contains("1234");
  }

  @Test
  void manyWritersOfTheSameContentStoreItOnce() throws Exception {
    Blobs blobs = new FolderBlobs(folder);
    byte[] content = "shared".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<BlobHash>> puts =
          writers.invokeAll(
              IntStream.range(0, 32)
                  .<Callable<BlobHash>>mapToObj(i -> () -> blobs.put(content))
                  .toList());
      for (Future<BlobHash> put : puts) {
        assertThat(put.get()).isEqualTo(BlobHash.of(content));
      }
    }
    assertThat(files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "../../etc/passwd",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a/"
      })
  void whatIsNotAHashIsRefused(String value) {
    assertThatThrownBy(() -> new BlobHash(value)).isInstanceOf(IllegalArgumentException.class);
  }

  private Path onlyBlob() throws Exception {
    assertThat(files()).hasSize(1);
    return files().getFirst();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
