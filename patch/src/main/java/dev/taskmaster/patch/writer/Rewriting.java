package dev.taskmaster.patch.writer;

import dev.taskmaster.patch.placement.Place;
import dev.taskmaster.patch.placement.Placements.Placed;
import dev.taskmaster.patch.reader.HunkLine;
import dev.taskmaster.patch.writer.TextFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out placed hunks on a file, all against its original lines. */
public final class Rewriting {
  private final TextFile file;
  private final Map<Integer, Placed> removed = new HashMap<>();
  private final Map<Integer, List<String>> inserted = new HashMap<>();
  private final Map<Integer, Placed> inserter = new HashMap<>();
  private Optional<Boolean> finalNewline = Optional.empty();

  public Rewriting(TextFile file) {
    this.file = file;
  }

  /** Takes a hunk in; returns the earlier hunk it collides with, if there is one. */
  public Optional<Placed> add(Placed placed) {
    Place place = placed.place();
    int index = place.at();
    for (HunkLine line : place.lines()) {
      Optional<Placed> other =
          switch (line.kind()) {
            case CONTEXT -> Optional.empty();
            case REMOVED -> Optional.ofNullable(removed.put(index, placed));
            case ADDED -> insert(index, line.text(), placed);
          };
      if (other.isPresent()) {
        return other;
      }
      index += line.isOld() ? 1 : 0;
    }
    boolean marked = placed.hunk().oldEndsBare() || placed.hunk().newEndsBare();
    if (marked && index == file.lines().size()) {
      finalNewline = Optional.of(!placed.hunk().newEndsBare());
    }
    return Optional.empty();
  }

  private Optional<Placed> insert(int index, String text, Placed placed) {
    Placed other = inserter.putIfAbsent(index, placed);
    if (other != null && other != placed) {
      return Optional.of(other);
    }
    inserted.computeIfAbsent(index, at -> new ArrayList<>()).add(text);
    return Optional.empty();
  }

  /** A hunk that inserts in the middle of what another one removes, if there is one. */
  public Optional<Placed> tornApart() {
    return inserter.entrySet().stream()
        .filter(
            entry -> {
              Placed before = removed.get(entry.getKey() - 1);
              Placed after = removed.get(entry.getKey());
              return before != null && before == after && before != entry.getValue();
            })
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The file after all hunks. */
  public TextFile result() {
    List<Line> lines = new ArrayList<>();
    String usual = file.usualEnding();
    for (int i = 0; i <= file.lines().size(); i++) {
      for (String text : inserted.getOrDefault(i, List.of())) {
        lines.add(new Line(text, endingAt(i, usual)));
      }
      if (i < file.lines().size() && !removed.containsKey(i)) {
        lines.add(file.lines().get(i));
      }
    }
    return file.with(withFinalNewline(lines, usual));
  }

  /** New lines end as their neighbours do. */
  private String endingAt(int index, String usual) {
    int neighbour = Math.min(index, file.lines().size() - 1);
    String ending = neighbour < 0 ? usual : file.lines().get(neighbour).ending();
    if (ending.isEmpty() && neighbour > 0) {
      ending = file.lines().get(neighbour - 1).ending();
    }
    return ending.isEmpty() ? usual : ending;
  }

  private List<Line> withFinalNewline(List<Line> lines, String usual) {
    boolean wanted = finalNewline.orElse(file.endsInNewline());
    List<Line> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean last = i == lines.size() - 1;
      if (last && !wanted) {
        result.add(new Line(line.text(), ""));
      } else {
        result.add(line.ending().isEmpty() ? new Line(line.text(), usual) : line);
      }
    }
    return result;
  }
}
