package dev.taskmaster.localstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
  @ParameterizedTest
  @CsvSource({"abc, 3", "日本, 4", "é, 1", "'', 0", "🚀x, 3"})
  void widthIsInColumns(String text, int width) {
    assertThat(Columns.width(text)).isEqualTo(width);
  }

  @Test
  void coloursTakeNoRoomAndAreClosedWhenTextIsCut() {
    var red = Style.COLOURED.paint(Style.Tone.BAD, "failed here");

    assertThat(Columns.width(red)).isEqualTo(11);
    assertThat(Columns.cut(red, 7)).isEqualTo("\u001b[31mfailed…\u001b[0m");
    assertThat(Columns.fit("日本語", 4)).isEqualTo("日… ");
  }

  @ParameterizedTest
  @CsvSource({"0.0123, $0.0123", "0, $0.0000", "1.5, $1.50", "12.345, $12.35"})
  void moneyKeepsTheDigitsThatMatter(BigDecimal amount, String text) {
    assertThat(Words.money(amount, "USD")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"400, 0.4s", "12000, 12s", "185000, 3:05", "3723000, 1:02:03", "-5, 0.0s"})
  void timesAreShort(long millis, String text) {
    assertThat(Words.span(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"812, 812", "9123, 9.1k", "1200000, 1.2M"})
  void tokensAreShort(long tokens, String text) {
    assertThat(Words.tokens(tokens)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'50 132', 132, 50", "'', 80, 24", "'0 0', 80, 24", "'x y', 80, 24"})
  void aSizeThatMakesNoSenseIsTheUsualOne(String size, int width, int height) {
    assertThat(Screen.parse(size)).isEqualTo(new Screen(width, height));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "xterm, -, COLOURED",
        "xterm, '', COLOURED",
        "xterm, 1, PLAIN",
        "dumb, -, PLAIN",
        "-, -, PLAIN"
      })
  void coloursAreForTerminalsThatHaveThemAndPeopleWhoWantThem(
      String term, String noColor, Style style) {
    assertThat(Style.of(term, noColor)).isEqualTo(style);
  }
}
