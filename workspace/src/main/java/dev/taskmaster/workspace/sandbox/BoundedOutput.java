package dev.taskmaster.workspace.sandbox;

import java.nio.charset.StandardCharsets;

/** Keeps the first and the last half of what passes, in fixed memory. */
final class BoundedOutput {
  private final byte[] head;
  private final byte[] tail;
  private int headLength;
  private long total;

  BoundedOutput(long limit) {
    this.head = new byte[(int) (limit / 2)];
    this.tail = new byte[(int) (limit - limit / 2)];
  }

  synchronized void add(byte[] bytes, int length) {
    int toHead = Math.min(length, head.length - headLength);
    System.arraycopy(bytes, 0, head, headLength, toHead);
    headLength += toHead;
    int start = Math.max(toHead, length - tail.length);
    int position = (int) ((total + start - head.length) % tail.length);
    while (start < length) {
      int run = Math.min(length - start, tail.length - position);
      System.arraycopy(bytes, start, tail, position, run);
      start += run;
      position = 0;
    }
    total += length;
  }

  synchronized boolean isTruncated() {
    return total > (long) head.length + tail.length;
  }

  synchronized String text() {
    long behind = total - headLength;
    int kept = (int) Math.min(behind, tail.length);
    byte[] end = new byte[kept];
    for (int i = 0; i < kept; i++) {
      end[i] = tail[(int) ((behind - kept + i) % tail.length)];
    }
    if (!isTruncated()) {
      byte[] all = new byte[headLength + kept];
      System.arraycopy(head, 0, all, 0, headLength);
      System.arraycopy(end, 0, all, headLength, kept);
      return new String(all, StandardCharsets.UTF_8);
    }
    int headEnd = wholeCharacters(headLength);
    int tailStart = firstCharacter(end);
    long left = total - headEnd - (kept - tailStart);
    return new String(head, 0, headEnd, StandardCharsets.UTF_8)
        + "\n[… %d bytes left out …]\n".formatted(left)
        + new String(end, tailStart, kept - tailStart, StandardCharsets.UTF_8);
  }

  /** Where the head ends when a character that is cut in two is dropped. */
  private int wholeCharacters(int length) {
    int lead = length - 1;
    while (lead >= 0 && lead > length - 4 && isContinuation(head[lead])) {
      lead--;
    }
    if (lead < 0) {
      return length;
    }
    int needed = encodedLength(head[lead]);
    return lead + needed > length ? lead : length;
  }

  private static int firstCharacter(byte[] bytes) {
    int start = 0;
    while (start < Math.min(3, bytes.length) && isContinuation(bytes[start])) {
      start++;
    }
    return start;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private static int encodedLength(byte lead) {
    if ((lead & 0xE0) == 0xC0) {
      return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
      return 3;
    }
    return (lead & 0xF8) == 0xF0 ? 4 : 1;
  }
}
