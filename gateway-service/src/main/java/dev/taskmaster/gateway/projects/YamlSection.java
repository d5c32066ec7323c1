package dev.taskmaster.gateway.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a YAML file, read strictly: each error names its line and its key. */
final class YamlSection {
  private final String prefix;
  private final Map<String, Node> values;

  private YamlSection(String prefix, Map<String, Node> values) {
    this.prefix = prefix;
    this.values = values;
  }

  /** Reads {@code node} as a mapping whose keys are all in {@code known}. */
  static YamlSection of(String key, Node node, Collection<String> known) {
    var section = anyKeys(key, node);
    section.values.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw new InvalidSettingsException(
                lineOf(value),
                section.prefix + name,
                "unknown key; known here: %s.".formatted(String.join(", ", known)));
          }
        });
    return section;
  }

  private static YamlSection anyKeys(String key, Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new InvalidSettingsException(
          lineOf(node), key, "should be keys with values, not " + describe(node) + ".");
    }
    var prefix = key.isEmpty() ? "" : key + ".";
    var values = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      var name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.put(name, tuple.getValueNode()) != null) {
        throw new InvalidSettingsException(
            lineOf(tuple.getKeyNode()), prefix + name, "is there twice; keep one of them.");
      }
    }
    return new YamlSection(prefix, values);
  }

  /** Whether {@code name} has a value. */
  boolean has(String name) {
    return node(name).isPresent();
  }

  /** The section under {@code name}; empty where there is none. */
  Optional<YamlSection> section(String name, Collection<String> known) {
    return node(name).map(node -> of(prefix + name, node, known));
  }

  /** A text, with its place; empty where the key is absent or has no value. */
  Optional<Settings.Text> text(String name) {
    return node(name).map(node -> text(prefix + name, node));
  }

  /** A text out of {@code allowed}. */
  Optional<Settings.Text> oneOf(String name, Collection<String> allowed) {
    var found = text(name);
    found.ifPresent(text -> check(text, allowed));
    return found;
  }

  /** A text that has the form of {@code pattern}. */
  Optional<Settings.Text> matching(String name, Pattern pattern, String form) {
    var found = text(name);
    found.ifPresent(text -> check(text, pattern, form));
    return found;
  }

  /** A list of texts with their places; empty where there is none. */
  List<Settings.Text> texts(String name) {
    return node(name)
        .map(
            node -> {
              if (!(node instanceof SequenceNode sequence)) {
                throw new InvalidSettingsException(
                    lineOf(node), prefix + name, "should be a list, not " + describe(node) + ".");
              }
              List<Settings.Text> texts = new ArrayList<>();
              for (var item : sequence.getValue()) {
                texts.add(text(prefix + name + "[" + texts.size() + "]", item));
              }
              return texts;
            })
        .orElse(List.of());
  }

  /** A mapping of any names to texts. */
  Map<String, String> textsByName(String name) {
    return node(name).map(node -> anyKeys(prefix + name, node).allTexts()).orElse(Map.of());
  }

  private Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, node) -> text(name).ifPresent(text -> texts.put(name, text.value())));
    return texts;
  }

  boolean flag(String name, boolean otherwise) {
    return node(name)
        .map(node -> typed(name, node, Tag.BOOL, "true or false", (n, v) -> isTrue(v)))
        .orElse(otherwise);
  }

  /** An amount of money above zero. */
  Optional<BigDecimal> amount(String name) {
    return node(name)
        .map(
            node -> {
              var amount = number(name, node, "an amount of money such as 2.00");
              if (amount.signum() <= 0) {
                throw new InvalidSettingsException(
                    lineOf(node), prefix + name, "should be more than 0, not " + amount + ".");
              }
              return amount;
            });
  }

  /** A whole number from {@code least} to {@code most}. */
  Optional<Integer> whole(String name, int least, int most) {
    var form = "a whole number from %d to %d".formatted(least, most);
    return node(name)
        .map(
            node -> {
              var value = number(name, node, form);
              if (value.stripTrailingZeros().scale() > 0
                  || value.compareTo(BigDecimal.valueOf(least)) < 0
                  || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new InvalidSettingsException(
                    lineOf(node), prefix + name, "should be " + form + ", not " + value + ".");
              }
              return value.intValueExact();
            });
  }

  private BigDecimal number(String name, Node node, String form) {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
      try {
        return new BigDecimal(scalar.getValue());
      } catch (NumberFormatException e) {
        throw wrongType(name, node, form);
      }
    }
    throw wrongType(name, node, form);
  }

  private <T> T typed(
      String name, Node node, Tag tag, String form, BiFunction<Node, String, T> convert) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(tag)) {
      return convert.apply(node, scalar.getValue());
    }
    throw wrongType(name, node, form);
  }

  private InvalidSettingsException wrongType(String name, Node node, String form) {
    return new InvalidSettingsException(
        lineOf(node), prefix + name, "should be " + form + ", not " + describe(node) + ".");
  }

  private static boolean isTrue(String value) {
    return List.of("true", "yes", "on").contains(value.toLowerCase(java.util.Locale.ROOT));
  }

  static void check(Settings.Text text, Collection<String> allowed) {
    if (!allowed.contains(text.value())) {
      throw text.problem(
          "'%s' is not known; say one of %s.".formatted(text.value(), String.join(", ", allowed)));
    }
  }

  static void check(Settings.Text text, Pattern pattern, String form) {
    if (!pattern.matcher(text.value()).matches()) {
      throw text.problem("'%s' should be %s.".formatted(text.value(), form));
    }
  }

  private Optional<Node> node(String name) {
    return Optional.ofNullable(values.get(name)).filter(node -> !node.getTag().equals(Tag.NULL));
  }

  private static Settings.Text text(String key, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return new Settings.Text(scalar.getValue(), lineOf(node), key);
    }
    throw new InvalidSettingsException(
        lineOf(node), key, "should be a text, not " + describe(node) + ".");
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static String describe(Node node) {
    return switch (node) {
      case MappingNode mapping -> "keys with values";
      case SequenceNode sequence -> "a list";
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      default -> "this";
    };
  }
}
