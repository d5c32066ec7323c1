package dev.taskmaster.composition;

/** The root or session layer of a stage cannot be opened, so there is nothing to compose. */
public final class LayerNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LayerNotFoundException(String identifier, String problem) {
    super("the layer " + identifier + " cannot be opened: " + problem);
  }
}
