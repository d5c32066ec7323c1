package dev.taskmaster.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What decides which models the workers use.
 *
 * @param modelsFile the model configuration; null to let the workers look for one
 * @param environment set for the workers over what they inherit; may hold keys
 */
public record ModelSettings(@Nullable Path modelsFile, Map<String, String> environment) {
  public ModelSettings {
    modelsFile = modelsFile == null ? null : modelsFile.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** No file, nothing set. */
  public static ModelSettings none() {
    return new ModelSettings(null, Map.of());
  }

  /**
   * What two configurations have in common when they lead to the same models: the content of the
   * models file, and the names, never the values, of the variables that matter.
   */
  public String fingerprint(Map<String, String> inherited) {
    var names = new TreeSet<String>();
    inherited.keySet().stream().filter(ModelSettings::matters).forEach(names::add);
    environment.keySet().stream().filter(ModelSettings::matters).forEach(names::add);
    var digest = sha256();
    digest.update(content());
    digest.update(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private byte[] content() {
    if (modelsFile == null) {
      return new byte[0];
    }
    try {
      return Files.readAllBytes(modelsFile);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the models file " + modelsFile + ": check TASKMASTER_MODELS", e);
    }
  }

  private static boolean matters(String variable) {
    var name = variable.toUpperCase(Locale.ROOT);
    return name.endsWith("_API_KEY") || name.endsWith("_BASE_URL") || name.startsWith("OLLAMA_");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ModelSettings[modelsFile=" + modelsFile + ", variables=" + environment.keySet() + "]";
  }
}
