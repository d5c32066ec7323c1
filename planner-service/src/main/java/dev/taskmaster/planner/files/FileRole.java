package dev.taskmaster.planner.files;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is to somebody who plans work on code, as far as its path tells. */
public enum FileRole {
  /** Written by people to be run or compiled. */
  SOURCE,
  /** A test of it. */
  TEST,
  /** Other text: documentation, settings, data. */
  TEXT,
  /** Binary, locked, vendored, generated or about the repository itself: not to be read. */
  NOISE;

  private static final Set<String> SOURCES =
      Set.of(
          ("java kt kts scala groovy clj py pyi js mjs cjs jsx ts tsx mts cts vue svelte go rs c h cc"
                  + " cpp cxx hpp hh cs fs vb rb php swift m mm pl pm lua r jl hs ml ex exs erl dart"
                  + " sh bash zsh ps1 sql proto graphql html css scss less zig nim")
              .split(" "));

  private static final Set<String> BINARIES =
      Set.of(
          ("png jpg jpeg gif bmp ico webp svgz tif tiff psd pdf doc docx xls xlsx ppt pptx zip gz tgz"
                  + " bz2 xz zst 7z rar tar jar war ear class so dll dylib exe bin o a lib obj pyc pyo"
                  + " whl egg wasm mp3 mp4 wav ogg flac avi mov mkv webm ttf otf woff woff2 eot db"
                  + " sqlite sqlite3 parquet npy npz pkl pt onnx uasset umap fbx blend lock map")
              .split(" "));

  private static final Set<String> NOISE_NAMES =
      Set.of(
          "package-lock.json",
          "npm-shrinkwrap.json",
          "pnpm-lock.yaml",
          "go.sum",
          "gradlew",
          "gradlew.bat",
          "mvnw",
          "mvnw.cmd",
          "gradle-wrapper.properties",
          "maven-wrapper.properties",
          "license",
          "license.txt",
          "license.md",
          "copying",
          "notice",
          "codeowners");

  private static final Set<String> NOISE_FOLDERS =
      Set.of(
          "node_modules",
          "vendor",
          "third_party",
          "thirdparty",
          "bower_components",
          "dist",
          "build",
          "target",
          "out",
          "obj",
          "venv",
          "site-packages",
          "__pycache__",
          "generated",
          "__generated__");

  private static final List<Pattern> NOISE_FORMS =
      List.of(
          Pattern.compile(".*\\.min\\.(js|css)"),
          Pattern.compile(".*_pb2(_grpc)?\\.pyi?"),
          Pattern.compile(".*\\.pb\\.(go|cc|h)"),
          Pattern.compile(".*[._](generated|g)\\.[a-z]+"));

  private static final Pattern TEST_NAME =
      Pattern.compile(
          "(test_.*|.*_test|.*[.-](test|spec)|.*_spec|.*tests?|conftest)\\.[a-z0-9]+",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> TEST_FOLDERS =
      Set.of("test", "tests", "__tests__", "spec", "specs", "testing", "it");

  /** The role of the file at {@code path}. */
  public static FileRole of(String path) {
    var lower = path.toLowerCase(Locale.ROOT);
    var folders = List.of(lower.split("/"));
    var name = folders.getLast();
    var above = folders.subList(0, folders.size() - 1);
    if (isNoise(name, above)) {
      return NOISE;
    }
    if (!SOURCES.contains(extension(name))) {
      return TEXT;
    }
    return TEST_NAME.matcher(name).matches() || above.stream().anyMatch(TEST_FOLDERS::contains)
        ? TEST
        : SOURCE;
  }

  private static boolean isNoise(String name, List<String> above) {
    return name.startsWith(".")
        || NOISE_NAMES.contains(name)
        || BINARIES.contains(extension(name))
        || above.stream()
            .anyMatch(folder -> folder.startsWith(".") || NOISE_FOLDERS.contains(folder))
        || NOISE_FORMS.stream().anyMatch(form -> form.matcher(name).matches());
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
