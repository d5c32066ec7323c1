package dev.taskmaster.patch.placement;

import dev.taskmaster.patch.placement.Placements.Placed;
import dev.taskmaster.patch.reader.Hunk;
import dev.taskmaster.patch.reader.HunkLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives each hunk of a file its one place. What lies in one place only goes there; what lies in
 * several goes where line numbers, order and headings agree, or nowhere.
 */
public final class Placing {
  private final FileLines file;
  private final Search search;
  private final Map<Integer, Placed> placed = new TreeMap<>();
  private final Map<Integer, Unplaced> unplaced = new TreeMap<>();

  public Placing(FileLines file) {
    this.file = file;
    this.search = new Search(file);
  }

  /** Places these hunks, which are in the order of the answer. */
  public Placements place(List<Hunk> hunks) {
    Map<Integer, List<Place>> ambiguous = new TreeMap<>();
    for (List<Integer> same : identical(hunks)) {
      List<Place> places = search.places(hunks.get(same.getFirst()));
      if (same.stream().anyMatch(i -> hunks.get(i).doubtful().stream().anyMatch(file::has))) {
        same.forEach(i -> unplaced.put(i, unclear(hunks.get(i))));
      } else if (places.isEmpty()) {
        same.forEach(i -> unplaced.put(i, absent(hunks.get(i))));
      } else if (places.size() == 1) {
        placeOnly(hunks, same.getFirst(), places.getFirst());
      } else if (places.size() == same.size()) {
        for (int i = 0; i < same.size(); i++) {
          put(same.get(i), hunks.get(same.get(i)), places.get(i), "one of as many equal hunks");
        }
      } else {
        same.forEach(i -> ambiguous.put(i, places));
      }
    }
    Map<Integer, Placed> certain = new TreeMap<>(placed);
    ambiguous.forEach((i, places) -> choose(hunks, i, places, new Evidence(file, certain)));
    return new Placements(List.copyOf(placed.values()), List.copyOf(unplaced.values()));
  }

  private static List<List<Integer>> identical(List<Hunk> hunks) {
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < hunks.size(); i++) {
      groups.computeIfAbsent(hunks.get(i).lines(), key -> new ArrayList<>()).add(i);
    }
    return List.copyOf(groups.values());
  }

  /** The only place on its level, unless the line number points at a weaker one exactly. */
  private void placeOnly(List<Hunk> hunks, int index, Place place) {
    Hunk hunk = hunks.get(index);
    int stated = hunk.statedLine().orElse(0) - 1;
    if (stated >= 0 && stated != place.at() && search.fitsRelaxed(hunk.oldLines(), stated)) {
      unplaced.put(
          index,
          new Unplaced(
              hunk,
              "its lines are at line %d, but nearly the same lines are at line %d, where its header points"
                  .formatted(place.at() + 1, stated + 1),
              "add more of the lines around the change",
              stated));
      return;
    }
    put(index, hunk, place, "");
  }

  private void choose(List<Hunk> hunks, int index, List<Place> places, Evidence evidence) {
    Hunk hunk = hunks.get(index);
    // Brackets and empty lines are everywhere; a number that hits some of them says little.
    if (Search.letters(hunk.oldLines()) == 0) {
      unplaced.put(index, several(hunk, places));
      return;
    }
    evidence
        .choose(index, hunk, places)
        .ifPresentOrElse(
            place -> put(index, hunk, place, "chosen among %d places".formatted(places.size())),
            () -> unplaced.put(index, several(hunk, places)));
  }

  private void put(int index, Hunk hunk, Place place, String note) {
    boolean foreign =
        place.lines().stream()
            .anyMatch(l -> l.kind() == HunkLine.Kind.ADDED && file.isForeignIndent(l.text()));
    if (foreign) {
      unplaced.put(
          index,
          new Unplaced(
              hunk,
              "it mixes tabs and spaces: its added lines are indented otherwise than the file",
              "indent added lines as the lines around them are",
              place.at()));
      return;
    }
    placed.put(index, new Placed(hunk, place, note));
  }

  private static Unplaced several(Hunk hunk, List<Place> places) {
    String lines =
        places.stream()
            .limit(10)
            .map(place -> Integer.toString(place.at() + 1))
            .collect(Collectors.joining(", "));
    return new Unplaced(
        hunk,
        "its lines occur in %d places (lines %s)".formatted(places.size(), lines),
        "add lines before or after that occur only at the place meant",
        places.getFirst().at());
  }

  private static Unplaced unclear(Hunk hunk) {
    return new Unplaced(
        hunk,
        "it is not clear whether it ends where the counts in its header say or goes on",
        "put the diff in a ```diff block and its explanation outside",
        Math.max(0, hunk.statedLine().orElse(1) - 1));
  }

  private Unplaced absent(Hunk hunk) {
    List<String> old = hunk.oldLines();
    if (old.isEmpty()) {
      return new Unplaced(
          hunk,
          "it has no line that shows where it belongs",
          "add the unchanged lines before and after the change",
          Math.max(0, hunk.statedLine().orElse(1) - 1));
    }
    Hunk after = hunk.with(hunk.lines().stream().filter(l -> l.isNew()).toList());
    List<Place> done = after.lines().isEmpty() ? List.of() : search.places(asContext(after));
    if (done.size() == 1) {
      return new Unplaced(
          hunk,
          "its new lines are in the file already, at line %d".formatted(done.getFirst().at() + 1),
          "leave it out, or write it against the current file",
          done.getFirst().at());
    }
    return new Unplaced(
        hunk,
        "its old lines are not in the file",
        "copy unchanged and removed lines exactly from the current file",
        search.nearest(old));
  }

  private static Hunk asContext(Hunk hunk) {
    return hunk.with(
        hunk.lines().stream()
            .map(line -> new HunkLine(HunkLine.Kind.CONTEXT, line.text()))
            .toList());
  }
}
