package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.regex.Pattern;

/** The names git takes for a branch. Source: {@code git help check-ref-format}. */
public final class BranchName {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//");
  private static final int LONGEST = 200;

  private BranchName() {}

  /** Whether git would take {@code name}. */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !FORBIDDEN.matcher(name).find()
        && !name.equals("@")
        && !name.equals("HEAD")
        && !name.startsWith("-")
        && !name.startsWith("/")
        && !name.endsWith("/")
        && !name.endsWith(".")
        && List.of(name.split("/", -1)).stream()
            .noneMatch(part -> part.startsWith(".") || part.endsWith(".lock"));
  }
}
