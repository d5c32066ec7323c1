package dev.taskmaster.composition.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which of two nodes is stronger (chapter 7). */
final class Strength {

  private Strength() {}

  /**
   * True if {@code one} comes before {@code other} in the pre-order of their tree. A node that is
   * about to be inserted is taken to be where it will be.
   */
  static boolean isFirst(Node one, Node other) {
    List<Node> mine = lineage(one);
    List<Node> theirs = lineage(other);
    int common = 0;
    while (common < mine.size()
        && common < theirs.size()
        && mine.get(common) == theirs.get(common)) {
      common++;
    }
    if (common == mine.size()) {
      return common < theirs.size();
    }
    if (common == theirs.size() || common == 0) {
      return false;
    }
    List<Node> siblings = mine.get(common - 1).children;
    Node mySide = mine.get(common);
    Node theirSide = theirs.get(common);
    int myPlace = siblings.indexOf(mySide);
    int theirPlace = siblings.indexOf(theirSide);
    if (myPlace < 0) {
      return isStronger(mySide, theirSide);
    }
    return theirPlace < 0 ? !isStronger(theirSide, mySide) : myPlace < theirPlace;
  }

  private static List<Node> lineage(Node node) {
    List<Node> lineage = new ArrayList<>();
    for (Node each = node; each != null; each = each.parent) {
      lineage.add(each);
    }
    return lineage.reversed();
  }

  /** Puts a new child before the first sibling that is weaker. */
  static void insert(Node parent, Node child) {
    int place = 0;
    while (place < parent.children.size() && !isStronger(child, parent.children.get(place))) {
      place++;
    }
    parent.children.add(place, child);
  }

  /** True if the new child {@code a} is stronger than its future sibling {@code b}. */
  private static boolean isStronger(Node a, Node b) {
    if (a.arc != b.arc) {
      return a.arc.compareTo(b.arc) < 0;
    }
    if (a.arc == ArcType.SPECIALIZE) {
      return SpecializeStrength.isStronger(a, b);
    }
    if (a.depth != b.depth) {
      return a.depth > b.depth;
    }
    if (a.origin != b.origin) {
      return isFirst(Objects.requireNonNull(a.origin), Objects.requireNonNull(b.origin));
    }
    return a.sibling < b.sibling;
  }
}
