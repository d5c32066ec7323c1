package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A folder of cases in three languages: small ones, one that only its second round can pass, and
 * two alike, of which the second uses the graph of the first again.
 */
class EvalIT {
  private static final Path CASES = Path.of("src", "test", "resources", "eval").toAbsolutePath();

  @Test
  void everyCasePassesAndTheSecondOfTwoAlikeReusesTheGraphOfTheFirst() {
    assumeTrue(runs("python3", "--version"), "skipped: python3 is not installed");
    assumeTrue(runs("node", "--version"), "skipped: node is not installed");
    scriptTheModel();

    var said = Stack.get().taskmaster.run("eval", CASES.toString(), "--json", "--unsafe-host-exec");

    var cases = byName(said.ended(0).json());
    assertThat(cases).hasSize(6);
    assertThat(cases.values()).allMatch(row -> row.path("passed").asBoolean(), "passed");
    assertThat(cases.values()).allMatch(row -> row.path("verified").asBoolean(), "verified");
    assertThat(cases.get("1-python-median").path("calls").asInt()).isEqualTo(1);
    assertThat(cases.get("4-python-second-round").path("rounds").asInt()).isEqualTo(2);

    var first = cases.get("5-python-plan");
    var second = cases.get("6-python-reuse");
    assertThat(second.path("reuse").asText()).isNotEmpty();
    assertThat(second.path("calls").asInt()).isLessThan(first.path("calls").asInt());
  }

  private static void scriptTheModel() {
    Stack.whenAsked(
        diff(
            "stats.py",
            """
            @@ -9,4 +9,8 @@ def mean(values):
             def median(values):
                 \"""Middle value of a non-empty series.\"""
                 ordered = sorted(values)
            -    return ordered[len(ordered) // 2]
            +    middle = len(ordered) // 2
            +    if len(ordered) % 2:
            +        return ordered[middle]
            +    return (ordered[middle - 1] + ordered[middle]) / 2
            """),
        "You change code",
        "def median(values)");
    Stack.whenAsked(
        diff(
            "slug.js",
            """
            @@ -5,5 +5,6 @@
               return title
                 .toLowerCase()
            -    .replace(/[^a-z0-9]+/g, '-');
            +    .replace(/[^a-z0-9]+/g, '-')
            +    .replace(/^-|-$/g, '');
             }
            """),
        "You change code",
        "function slugify");
    Stack.whenAsked(
        diff(
            "src/Range.java",
            """
            @@ -3,5 +3,5 @@

               boolean contains(int value) {
            -    return value >= from && value <= to;
            +    return value >= from && value < to;
               }
            """),
        "You change code",
        "record Range");
    scriptTheSecondRound();
    scriptThePlannedTask();
  }

  /** The first answer misses that the limit is higher abroad; the note of round 1 says so. */
  private static void scriptTheSecondRound() {
    Stack.whenAsked(
        diff(
            "shipping.py",
            """
            @@ -6,5 +6,5 @@
             def shipping_cost(total, weight_kg, country):
                 \"""Cost in whole euros of shipping an order worth `total` euros.\"""
            -    if total > FREE_FROM:
            +    if total >= FREE_FROM:
                     return 0
            """),
        "You change code",
        "def shipping_cost");
    Stack.whenAsked(
        diff(
            "shipping.py",
            """
            @@ -1,11 +1,13 @@
             \"""What it costs to ship an order.\"""

             RATE_PER_KG = 4
             FREE_FROM = 100
            +FREE_FROM_ABROAD = 150


             def shipping_cost(total, weight_kg, country):
                 \"""Cost in whole euros of shipping an order worth `total` euros.\"""
            -    if total > FREE_FROM:
            +    free_from = FREE_FROM if country == "DE" else FREE_FROM_ABROAD
            +    if total >= free_from:
                     return 0
                 return RATE_PER_KG * weight_kg
            """),
        "You change code",
        "def shipping_cost",
        "Outside DE shipping is free from 150");
    Stack.whenAsked(
        """
        {"cause":"/Task/Fix","remedy":"note","note":"Outside DE shipping is free from 150.",
         "path":"","query":"","tier":""}""",
        "input that was at fault",
        "shipping");
  }

  private static void scriptThePlannedTask() {
    Stack.whenAsked(
        """
        {"context":[
          {"kind":"file","path":"shop/invoice.py","query":"","why":"discounts"},
          {"kind":"file","path":"shop/money.py","query":"","why":"rounding"}]}""",
        "which files must be read",
        "Discounts in the invoice");
    Stack.whenAsked(
        """
        {"steps":[{"name":"FixRounding","kind":"llm-change","goal":"Every percentage rounds half up.",
          "command":"","context":["shop/invoice.py","shop/money.py"],"files":[],"dependsOn":[],"tier":""}]}""",
        "fewest steps",
        "Discounts in the invoice");
    Stack.whenAsked(
        diff(
            "shop/invoice.py",
            """
            @@ -12,4 +12,4 @@ def net(lines):
             def discounted(amount, rate):
                 \"""`amount` after a discount of `rate` percent.\"""
            -    return amount - amount * rate // 100
            +    return amount - percent(amount, rate)

            """),
        "You change code",
        "Discounts in the invoice");
    Stack.whenAsked(
        diff(
            "shop/invoice.py",
            """
            @@ -17,4 +17,4 @@ def discounted(amount, rate):
             def gross(lines, rate=0):
                 \"""What is due for `lines` after a discount of `rate` percent, value added tax included.\"""
                 after = discounted(net(lines), rate)
            -    return after + after * VAT // 100
            +    return after + percent(after, VAT)
            """),
        "You change code",
        "Taxes in the invoice");
  }

  private static String diff(String path, String hunks) {
    return "diff --git a/PATH b/PATH\n--- a/PATH\n+++ b/PATH\n".replace("PATH", path) + hunks;
  }

  private static Map<String, JsonNode> byName(JsonNode result) {
    var rows = new HashMap<String, JsonNode>();
    result.path("cases").forEach(row -> rows.put(row.path("case").asText(), row));
    return rows;
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
