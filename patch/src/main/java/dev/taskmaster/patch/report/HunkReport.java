package dev.taskmaster.patch.report;

/**
 * Where a hunk went.
 *
 * @param file the path
 * @param hunk the hunk's number within its file, from 1
 * @param line the first line it covers in the old file, from 1
 * @param fit how well it fitted
 * @param note what was put right on the way; empty when nothing was
 */
public record HunkReport(String file, int hunk, int line, Fit fit, String note) {}
