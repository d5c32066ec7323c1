package dev.taskmaster.composition.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The text of a floating point number: the shortest that reads back equal, in the notation of the
 * real tools.
 */
final class RealText {

  private RealText() {}

  static String of(double number, ValueType.Scalar scalar) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    return switch (scalar) {
      case HALF -> notation(new BigDecimal(number).round(new MathContext(6)), -4, 6, "%s%02d");
      case FLOAT -> notation(new BigDecimal(Float.toString((float) number)), -6, 15, "");
      default -> notation(new BigDecimal(Double.toString(number)), -6, 15, "");
    };
  }

  private static String notation(BigDecimal value, int least, int most, String exponentFormat) {
    BigDecimal exact = value.stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= least && exponent < most) {
      return exact.toPlainString();
    }
    String digits = exact.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power =
        exponentFormat.isEmpty()
            ? String.valueOf(exponent)
            : String.format(exponentFormat, exponent < 0 ? "-" : "+", Math.abs(exponent));
    return (exact.signum() < 0 ? "-" : "") + mantissa + "e" + power;
  }
}
