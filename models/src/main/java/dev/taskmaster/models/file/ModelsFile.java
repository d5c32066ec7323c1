package dev.taskmaster.models.file;

import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCatalog;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The file {@code models.yaml}. */
public final class ModelsFile {

  private static final long MOST_BYTES = 1_000_000;
  private static final Set<String> KEYS = new TreeSet<>(Set.of("currency", "models"));

  private ModelsFile() {}

  /**
   * Reads and checks a file.
   *
   * @throws InvalidModelsFileException naming file, line, key and the way out
   */
  public static ModelCatalog read(Path file, Map<String, String> env) {
    Node root = compose(file, text(file));
    if (root == null) {
      throw whole(file, "is empty", "list at least one model under 'models:'");
    }
    YamlMap top = YamlMap.of(file, root, "", KEYS);
    String currency = top.text("currency").orElse("USD");
    if (!currency.matches("[A-Z]{3}")) {
      throw top.complaint(
          "currency", "'" + YamlMap.shown(currency) + "' is no currency code", "write USD or EUR");
    }
    return new ModelCatalog(models(file, top, env), currency, file.toString(), env);
  }

  private static List<Model> models(Path file, YamlMap top, Map<String, String> env) {
    Node node = top.node("models").orElse(null);
    if (node == null) {
      throw whole(file, "has no key 'models'", "list at least one model under 'models:'");
    }
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw top.complaint("models", "is not a list of models", "start each with '- {name: ...}'");
    }
    List<Model> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node entry : list.getValue()) {
      ModelEntry read = ModelEntry.of(file, entry, env);
      if (!names.add(read.name())) {
        throw read.duplicateName();
      }
      models.add(read.model());
    }
    return models;
  }

  private static @Nullable Node compose(Path file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    try {
      return new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new InvalidModelsFileException(
          file, line, "", "is not YAML: " + e.getProblem(), "correct it at that line");
    } catch (YAMLException e) {
      throw whole(file, "is not YAML: " + e.getMessage(), "correct it");
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw whole(file, "is larger than 1 MB", "a models file lists models and nothing else");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw whole(file, "does not exist", "create it or name another in TASKMASTER_MODELS");
    } catch (CharacterCodingException e) {
      throw whole(file, "is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw whole(file, "cannot be read (" + e.getMessage() + ")", "check its permissions");
    }
  }

  private static InvalidModelsFileException whole(Path file, String problem, String wayOut) {
    return new InvalidModelsFileException(file, 0, "", problem, wayOut);
  }
}
