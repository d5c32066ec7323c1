package dev.taskmaster.models.calls;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.Turn;

/** Counts tokens as cl100k does: an estimate for every other vocabulary. */
public final class Tokens {

  /** Past this, counting costs more than its precision is worth. */
  private static final int LONGEST_COUNTED = 1_000_000;

  private static final int CHARS_PER_TOKEN = 3;
  private static final int PER_MESSAGE = 4;

  private Tokens() {}

  /** The table takes a moment to load, so only who counts pays for it. */
  private static final class Lazy {
    private static final Encoding CL100K =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
  }

  /** The tokens of a text. */
  public static int count(String text) {
    if (text.length() > LONGEST_COUNTED) {
      return text.length() / CHARS_PER_TOKEN;
    }
    // "Ordinary": a text that spells a control token is text like any other.
    return text.isEmpty() ? 0 : Lazy.CL100K.countTokensOrdinary(text);
  }

  /** The tokens a model reads for a request, with the messages' framing. */
  public static int count(ModelRequest request) {
    int tokens = count(request.system()) + PER_MESSAGE;
    for (Turn turn : request.turns()) {
      tokens += count(turn.text()) + PER_MESSAGE;
    }
    JsonSchemaSpec schema = request.schema();
    return schema == null ? tokens : tokens + count(schema.schema());
  }
}
