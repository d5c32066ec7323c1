package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.placement.Placements.Placed;
import dev.taskmaster.patch.reader.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What speaks for one of several equal places: the line number, when it hits one exactly; the
 * heading, when it stands above one only; the order, when the certain hunks leave one only. All
 * that speak must agree, and the order alone is not enough.
 */
final class Evidence {
  private final FileLines file;
  private final Map<Integer, Placed> certain;

  Evidence(FileLines file, Map<Integer, Placed> certain) {
    this.file = file;
    this.certain = certain;
  }

  Optional<Place> choose(int index, Hunk hunk, List<Place> places) {
    List<Place> inOrder =
        isOrdered() ? places.stream().filter(p -> fits(index, p)).toList() : places;
    Optional<Place> byNumber = byNumber(hunk, places);
    Optional<Place> byHeading = byHeading(hunk, places);
    Optional<Place> byOrder =
        isOrdered() && inOrder.size() == 1 ? Optional.of(inOrder.getFirst()) : Optional.empty();
    Optional<Place> choice = byNumber.or(() -> byHeading).or(() -> byOrder);
    boolean agree =
        choice.isPresent()
            && inOrder.contains(choice.get())
            && agrees(byNumber, choice)
            && agrees(byHeading, choice)
            && agrees(byOrder, choice);
    if (!agree) {
      return Optional.empty();
    }
    boolean enough =
        byNumber.isPresent() || byHeading.isPresent() || isNearest(hunk, choice, places);
    return enough ? choice : Optional.empty();
  }

  private static boolean agrees(Optional<Place> evidence, Optional<Place> choice) {
    return evidence.isEmpty() || evidence.equals(choice);
  }

  private boolean isOrdered() {
    int last = -1;
    for (Placed placed : certain.values()) {
      if (placed.place().at() < last) {
        return false;
      }
      last = placed.place().at();
    }
    return true;
  }

  private boolean fits(int index, Place place) {
    for (Map.Entry<Integer, Placed> other : certain.entrySet()) {
      int at = other.getValue().place().at();
      if (other.getKey() < index ? at > place.at() : at < place.at()) {
        return false;
      }
    }
    return true;
  }

  /** The place the number hits, corrected by the drift that all certain hunks share. */
  private Optional<Place> byNumber(Hunk hunk, List<Place> places) {
    if (hunk.statedLine().isEmpty()) {
      return Optional.empty();
    }
    int stated = hunk.statedLine().getAsInt() - 1;
    Optional<Place> plain = at(places, stated);
    List<Integer> drifts = drifts();
    if (drifts.isEmpty() || (drifts.size() == 1 && drifts.getFirst() == 0)) {
      return plain;
    }
    if (drifts.size() > 1) {
      return Optional.empty();
    }
    Optional<Place> drifted = at(places, stated + drifts.getFirst());
    return plain.isEmpty() ? drifted : Optional.empty();
  }

  private List<Integer> drifts() {
    List<Integer> drifts = new ArrayList<>();
    for (Placed placed : certain.values()) {
      OptionalInt stated = placed.hunk().statedLine();
      if (stated.isPresent()) {
        int drift = placed.place().at() - (stated.getAsInt() - 1);
        if (!drifts.contains(drift)) {
          drifts.add(drift);
        }
      }
    }
    return drifts;
  }

  private static Optional<Place> at(List<Place> places, int index) {
    return places.stream().filter(place -> place.at() == index).findFirst();
  }

  /** The one place that comes next after the heading's line, if the heading occurs once. */
  private Optional<Place> byHeading(Hunk hunk, List<Place> places) {
    String heading = Alike.relaxed(hunk.heading());
    if (heading.length() < 3) {
      return Optional.empty();
    }
    int found = -1;
    for (int i = 0; i < file.count(); i++) {
      String line = file.relaxedAt(i);
      if (line.equals(heading) || (heading.length() >= 12 && line.startsWith(heading))) {
        if (found >= 0) {
          return Optional.empty();
        }
        found = i;
      }
    }
    int from = found;
    if (from < 0) {
      return Optional.empty();
    }
    return places.stream().filter(place -> place.at() + place.length() > from).findFirst();
  }

  private static boolean isNearest(Hunk hunk, Optional<Place> choice, List<Place> places) {
    if (hunk.statedLine().isEmpty() || choice.isEmpty()) {
      return false;
    }
    int stated = hunk.statedLine().getAsInt() - 1;
    int distance = Math.abs(choice.get().at() - stated);
    return places.stream()
        .noneMatch(p -> !p.equals(choice.get()) && Math.abs(p.at() - stated) <= distance);
  }
}
