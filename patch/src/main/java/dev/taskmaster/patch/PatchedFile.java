package dev.taskmaster.patch;

import dev.taskmaster.patch.placement.FileLines;
import dev.taskmaster.patch.placement.Placements;
import dev.taskmaster.patch.placement.Placements.Placed;
import dev.taskmaster.patch.placement.Placing;
import dev.taskmaster.patch.placement.Unplaced;
import dev.taskmaster.patch.reader.Hunk;
import dev.taskmaster.patch.reader.HunkLine;
import dev.taskmaster.patch.report.HunkReport;
import dev.taskmaster.patch.report.PatchProblem;
import dev.taskmaster.patch.writer.Rewriting;
import dev.taskmaster.patch.writer.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file with all hunks of its own placed and carried out, or the reasons why not. */
record PatchedFile(TextFile result, List<HunkReport> reports, List<PatchProblem> problems) {

  static PatchedFile of(String path, TextFile file, List<Hunk> hunks) {
    FileLines lines = new FileLines(file.texts());
    Placements placements = new Placing(lines).place(hunks);
    List<PatchProblem> problems = new ArrayList<>();
    placements.unplaced().forEach(u -> problems.add(problem(path, u, lines)));
    Rewriting rewriting = new Rewriting(file);
    List<HunkReport> reports = new ArrayList<>();
    for (Placed placed : placements.placed()) {
      Optional<Placed> other = rewriting.add(placed);
      other.ifPresent(o -> problems.add(collision(path, placed, o, lines)));
      if (file.isForeign() && addsForeignLetters(placed.hunk())) {
        problems.add(foreign(path, placed.hunk()));
      }
      reports.add(
          new HunkReport(
              path,
              placed.hunk().number(),
              placed.place().at() + 1,
              placed.place().fit(),
              placed.note()));
    }
    rewriting.tornApart().ifPresent(torn -> problems.add(collision(path, torn, torn, lines)));
    return new PatchedFile(problems.isEmpty() ? rewriting.result() : file, reports, problems);
  }

  private static PatchProblem problem(String path, Unplaced unplaced, FileLines lines) {
    Hunk hunk = unplaced.hunk();
    int length = hunk.oldLines().size();
    return new PatchProblem(
        path,
        hunk.number(),
        hunk.answerLine(),
        unplaced.problem(),
        unplaced.help(),
        lines.excerpt(unplaced.near(), length));
  }

  private static PatchProblem collision(String path, Placed placed, Placed other, FileLines lines) {
    return new PatchProblem(
        path,
        placed.hunk().number(),
        placed.hunk().answerLine(),
        "it changes the same lines as hunk " + other.hunk().number(),
        "write both changes as one hunk",
        lines.excerpt(placed.place().at(), placed.place().length()));
  }

  private static PatchProblem foreign(String path, Hunk hunk) {
    return new PatchProblem(
        path,
        hunk.number(),
        hunk.answerLine(),
        "the file is not UTF-8 and the hunk adds letters outside ASCII",
        "add only ASCII to this file",
        "");
  }

  private static boolean addsForeignLetters(Hunk hunk) {
    return hunk.lines().stream()
        .filter(line -> line.kind() == HunkLine.Kind.ADDED)
        .anyMatch(line -> line.text().chars().anyMatch(c -> c > 127));
  }
}
