package dev.taskmaster.blobs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a blob's bytes as 64 lower-case hexadecimal digits. Anything else is refused, so a
 * hash can safely become part of a file name.
 */
public record BlobHash(String value) implements Comparable<BlobHash> {
  private static final int DIGITS = 64;

  public BlobHash {
    if (value.length() != DIGITS || !value.chars().allMatch(BlobHash::isLowerHex)) {
      throw new IllegalArgumentException(
          "a blob hash is 64 lower-case hexadecimal digits (SHA-256), got %d characters"
              .formatted(value.length()));
    }
  }

  /** The hash of these bytes. */
  public static BlobHash of(byte[] content) {
    return new BlobHash(HexFormat.of().formatHex(sha256().digest(content)));
  }

  /** The hash of this text's UTF-8 bytes. */
  public static BlobHash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int compareTo(BlobHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isLowerHex(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }
}
