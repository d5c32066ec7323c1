package dev.taskmaster.composition.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTest {

  @Test
  void equalPathsAreOneObject() {
    assertThat(Path.parse("/A{v=x}B.notes:r1"))
        .isSameAs(Path.ROOT.child("A").variant("v", "x").child("B").property("notes:r1"));
  }

  @Test
  void aPathIsWrittenAsItIsRead() {
    for (String text :
        List.of("/", "/A", "/A/B.p", "/A{v=x}", "/A{v=x}B{w=y}", "/A{v=x}{w=y}B/C.a:b")) {
      assertThat(Path.parse(text)).hasToString(text);
    }
  }

  @Test
  void relativePathsStartAtTheirAnchorWithoutSelections() {
    Path anchor = Path.parse("/A{v=x}B");
    assertThat(Path.parse("../C", anchor)).hasToString("/A/C");
    assertThat(Path.parse(".p", anchor)).hasToString("/A/B.p");
    assertThat(Path.parse("D/E", anchor)).hasToString("/A/B/D/E");
    assertThatThrownBy(() -> Path.parse("../../../C", anchor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above the root");
  }

  @Test
  void orderIsElementByElementWithPrefixesFirst() {
    List<Path> ordered =
        List.of(
            Path.ROOT,
            Path.parse("/A"),
            Path.parse("/A/B"),
            Path.parse("/A/B/C"),
            Path.parse("/A/C"),
            Path.parse("/B"));
    List<Path> shuffled =
        List.of(
            ordered.get(4),
            ordered.get(1),
            ordered.get(5),
            ordered.get(0),
            ordered.get(3),
            ordered.get(2));
    assertThat(shuffled.stream().sorted().toList()).isEqualTo(ordered);
  }

  @Test
  void aPrefixIsReplacedByElementsNotByText() {
    assertThat(Path.parse("/A/B{v=x}C.p").replacePrefix(Path.parse("/A/B"), Path.parse("/Z")))
        .hasToString("/Z{v=x}C.p");
    assertThat(Path.parse("/AB/C").hasPrefix(Path.parse("/A"))).isFalse();
    assertThat(Path.parse("/A{v=x}{w=y}B").stripVariants()).hasToString("/A/B");
  }
}
