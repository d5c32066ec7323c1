package dev.taskmaster.patch.report;

/** How well a hunk's old lines fit the file where they were placed, best first. */
public enum Fit {
  /** Every line as written. */
  EXACT,
  /** Equal but for white space and typographic characters. */
  WHITESPACE,
  /** Removed lines equal, some context lines only alike. */
  SIMILAR,
  /** The file was written whole. */
  WHOLE_FILE
}
