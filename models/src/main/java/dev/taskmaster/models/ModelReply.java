package dev.taskmaster.models;

import java.util.List;

/**
 * What came back.
 *
 * @param text without a leading thinking block; where JSON was asked for, the first JSON value of
 *     the reply, or the cleaned text as it stands where it holds none
 * @param rawText what the provider sent as the message's content
 * @param modelName the catalogue name of the model that answered
 * @param tier the tier of that model, which may differ from the one asked for
 * @param elapsedMillis of the whole call
 * @param attempts how many requests were sent for it
 * @param notes downgrades and detours, in words; empty on the straight way
 * @param recorded true when a recording answered; say so wherever the text is shown
 * @param requestJson the request's exact body, for transcripts; holds no headers and no key
 */
public record ModelReply(
    String text,
    String rawText,
    String modelName,
    Provider provider,
    Tier tier,
    Usage usage,
    FinishReason finishReason,
    long elapsedMillis,
    int attempts,
    List<String> notes,
    boolean recorded,
    String requestJson) {

  public ModelReply {
    notes = List.copyOf(notes);
  }
}
