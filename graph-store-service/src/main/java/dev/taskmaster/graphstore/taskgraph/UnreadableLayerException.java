package dev.taskmaster.graphstore.taskgraph;

/** A layer that is not valid USD text; the message names the layer, the line and the problem. */
public final class UnreadableLayerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableLayerException(String layer, String problem) {
    super("layer " + layer + " cannot be read: " + problem);
  }
}
