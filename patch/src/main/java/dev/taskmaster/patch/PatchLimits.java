package dev.taskmaster.patch;

/**
 * What is too much for one patch.
 *
 * @param answerChars the longest answer read, in characters
 * @param files the most files one patch may touch
 * @param hunks the most hunks it may have in all
 * @param fileBytes the largest file it may change or write, in bytes
 */
public record PatchLimits(int answerChars, int files, int hunks, int fileBytes) {
  public PatchLimits {
    if (answerChars < 1 || files < 1 || hunks < 1 || fileBytes < 1) {
      throw new IllegalArgumentException("every limit of a patch is at least 1");
    }
  }

  /** 8 Mi characters, 500 files, 2,000 hunks, files of 8 MiB. */
  public static PatchLimits standard() {
    return new PatchLimits(8 << 20, 500, 2_000, 8 << 20);
  }
}
