package dev.taskmaster.models.file;

import dev.taskmaster.models.InvalidModelsFileException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of a YAML file whose complaints know their line and key. */
final class YamlMap {

  private final Path file;
  private final String prefix;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private YamlMap(Path file, String prefix, int line) {
    this.file = file;
    this.prefix = prefix;
    this.line = line;
  }

  /**
   * @param prefix goes before the keys in complaints, such as {@code price-per-mtok.}
   */
  static YamlMap of(Path file, Node node, String prefix, Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw new InvalidModelsFileException(
          file, lineOf(node), stripDot(prefix), "is not a mapping", "write key: value pairs here");
    }
    YamlMap map = new YamlMap(file, prefix, lineOf(node));
    for (NodeTuple tuple : mapping.getValue()) {
      map.add(tuple, known);
    }
    return map;
  }

  private void add(NodeTuple tuple, Set<String> known) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    int at = lineOf(tuple.getKeyNode());
    if (!known.contains(key)) {
      throw new InvalidModelsFileException(
          file, at, prefix + key, "unknown key", "use one of " + String.join(", ", known));
    }
    if (values.put(key, tuple.getValueNode()) != null) {
      throw new InvalidModelsFileException(
          file, at, prefix + key, "is written twice", "keep one of the two");
    }
    lines.put(key, at);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<String> text(String key) {
    return node(key).map(node -> scalar(key, node));
  }

  String required(String key, String wayOut) {
    return text(key)
        .orElseThrow(
            () -> new InvalidModelsFileException(file, line, prefix + key, "is missing", wayOut));
  }

  Optional<BigDecimal> amount(String key) {
    return text(key)
        .map(
            text -> {
              BigDecimal amount = decimal(key, text);
              if (amount.signum() < 0) {
                throw complaint(key, "'" + text + "' is negative", "a price is 0 or more");
              }
              return amount;
            });
  }

  Optional<Integer> positive(String key) {
    return text(key)
        .map(
            text -> {
              BigDecimal amount = decimal(key, text);
              if (amount.signum() <= 0
                  || amount.stripTrailingZeros().scale() > 0
                  || amount.compareTo(BigDecimal.valueOf(100_000_000)) > 0) {
                throw complaint(
                    key, "'" + text + "' is no token count", "write a whole number above 0");
              }
              return amount.intValueExact();
            });
  }

  InvalidModelsFileException complaint(String key, String problem, String wayOut) {
    return new InvalidModelsFileException(
        file, lines.getOrDefault(key, line), prefix + key, problem, wayOut);
  }

  private BigDecimal decimal(String key, String text) {
    try {
      if (text.length() <= 30) {
        return new BigDecimal(text.replace("_", ""));
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the complaint, which says more than the parser does.
    }
    throw complaint(key, "'" + shown(text) + "' is not a number", "write a number such as 0.15");
  }

  private String scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw complaint(key, "has no simple value", "write one value on the same line");
  }

  static int lineOf(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private static String stripDot(String prefix) {
    return prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }
}
