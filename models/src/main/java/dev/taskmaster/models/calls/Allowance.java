package dev.taskmaster.models.calls;

import dev.taskmaster.models.BudgetExceededException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.ContextTooLong;
import java.math.BigDecimal;

/**
 * What a call may read and write.
 *
 * @param inputTokens estimated
 * @param maxOutputTokens what was wanted, lowered to the model's limit, its context and the money
 */
record Allowance(int inputTokens, int maxOutputTokens) {

  /** Less output than this is no use, unless even less was asked for. */
  static final int LEAST_OUTPUT = 256;

  /**
   * Decides it.
   *
   * @throws ContextTooLong when the request leaves no room for a reply
   * @throws BudgetExceededException when the money left buys no useful reply
   */
  static Allowance of(Model model, ModelRequest request, String currency) {
    int input = Tokens.count(request);
    int wanted = Math.min(request.maxOutputTokens(), model.maxOutputTokens());
    int least = Math.min(LEAST_OUTPUT, wanted);
    int room = model.contextTokens() - input;
    if (room < least) {
      throw new ContextTooLong(
          model.name(),
          "the request has about "
              + input
              + " tokens, its context holds "
              + model.contextTokens()
              + " with the reply",
          "give the node less context, or a model with a larger one");
    }
    int fits = Math.min(wanted, room);
    BigDecimal limit = request.spendLimit();
    if (limit == null) {
      return new Allowance(input, fits);
    }
    long affordable = model.price().outputTokensFor(limit.subtract(model.price().cost(input, 0)));
    boolean inputTooDear = model.price().cost(input, 0).compareTo(limit) > 0;
    if (inputTooDear || affordable < least) {
      throw new BudgetExceededException(
          model.name(),
          limit.toPlainString()
              + " "
              + currency
              + " is left, but about "
              + input
              + " tokens of input and "
              + least
              + " of output cost "
              + model.price().cost(input, least).toPlainString()
              + " "
              + currency,
          "raise the budget, shorten the input, or use a cheaper tier");
    }
    return new Allowance(input, (int) Math.min(fits, affordable));
  }
}
