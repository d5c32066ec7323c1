package dev.taskmaster.events;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the catalogue of events from the records, their Javadoc and the golden files. */
final class EventCatalogue {
  private final Path sources;

  /**
   * @param sources the folder of the main sources
   */
  EventCatalogue(Path sources) {
    this.sources = sources;
  }

  String markdown() throws IOException {
    var text =
        new StringBuilder(
            """
            # Events

            Generated from `event-contracts`; do not edit. Write it anew with
            `./mvnw -pl event-contracts test -Dtest=EventCatalogueTest -Ddocs.write=true`.

            Kafka records in the binary mode of CloudEvents: the value is the JSON shown here, the headers are `ce_specversion`, `ce_id`,
            `ce_type` (the name below), `ce_source`, `ce_time`, `ce_causationid`, `traceparent` and `content-type`. Fields are only ever added.

            | event | topic | key | from → to |
            | --- | --- | --- | --- |
            """);
    for (var entry : EventTypes.all().entrySet()) {
      text.append(
          "| [%1$s](#%2$s) | %3$s |%n"
              .formatted(entry.getKey(), anchor(entry.getKey()), route(entry.getValue()))
              .replace("\r", ""));
    }
    for (var entry : EventTypes.all().entrySet()) {
      describe(entry.getKey(), entry.getValue(), text);
    }
    return text.toString();
  }

  private void describe(String name, Class<? extends Event> type, StringBuilder text)
      throws IOException {
    var doc = documentationOf(type);
    text.append("\n## ").append(name).append("\n\n").append(doc.intent()).append("\n\n");
    text.append("| field | type | |\n| --- | --- | --- |\n");
    for (var component : type.getRecordComponents()) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  component.getName(), typeOf(component), doc.parameter(component.getName())));
    }
    text.append("\n```json\n").append(new String(Golden.read(name), StandardCharsets.UTF_8));
    text.append("```\n");
  }

  private static String route(Class<? extends Event> type) {
    if (TaskEvent.class.isAssignableFrom(type)) {
      return "`%s` | task | gateway → graph store".formatted(Topics.TASKS);
    }
    if (NodeEvent.class.isAssignableFrom(type)) {
      return "`%s` | task | workers → graph store".formatted(Topics.RESULTS);
    }
    if (JournalEvent.class.isAssignableFrom(type)) {
      return "`%s` | task | graph store → gateway, anyone".formatted(Topics.JOURNAL);
    }
    return "`%s`, `%s`, `%s` | node | graph store → workers"
        .formatted(Topics.PLANNING, Topics.ofLane("<lane>"), Topics.REVIEW);
  }

  private static String typeOf(RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nameOf(component.getGenericType()) + (nullable ? ", may be null" : "");
  }

  private static String nameOf(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      var arguments =
          Arrays.stream(parameterized.getActualTypeArguments())
              .map(EventCatalogue::nameOf)
              .collect(Collectors.joining(", "));
      return "%s of %s".formatted(nameOf(parameterized.getRawType()), arguments);
    }
    return ((Class<?>) type).getSimpleName();
  }

  private static String anchor(String name) {
    return name.replace(".", "");
  }

  /** What the source says of a record. */
  private Documentation documentationOf(Class<?> type) throws IOException {
    var stream = type.getEnclosingClass();
    var file = sources.resolve(stream.getName().replace('.', '/') + ".java");
    var javadoc =
        Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record %s\\(".formatted(type.getSimpleName()),
            Pattern.DOTALL);
    var found = javadoc.matcher(Files.readString(file));
    if (!found.find()) {
      throw new IllegalStateException(type + " has no Javadoc in " + file);
    }
    return new Documentation(
        plain(
            found
                .group(1)
                .lines()
                .map(line -> line.replaceFirst("^\\s*\\* ?", ""))
                .collect(Collectors.joining("\n"))));
  }

  private static String plain(String javadoc) {
    return Pattern.compile("\\{@(code|link)\\s+#?([^}]*)}")
        .matcher(javadoc)
        .replaceAll((MatchResult match) -> "`" + match.group(2).strip() + "`");
  }

  /** The Javadoc of a record, as plain text. */
  private record Documentation(String text) {
    String intent() {
      int parameters = text.indexOf("@param");
      return oneLine(parameters < 0 ? text : text.substring(0, parameters));
    }

    String parameter(String name) {
      var found =
          Pattern.compile("@param %s\\s+((?:(?!@param).)*)".formatted(name), Pattern.DOTALL)
              .matcher(text);
      return found.find() ? oneLine(found.group(1)) : "";
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\s+", " ").strip();
    }
  }
}
