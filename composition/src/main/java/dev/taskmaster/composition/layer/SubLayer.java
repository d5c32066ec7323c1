package dev.taskmaster.composition.layer;

/**
 * One entry of {@code subLayers}.
 *
 * @param asset asset path as written, anchored at the layer that holds it
 */
public record SubLayer(String asset, double offset, double scale) {

  public static SubLayer of(String asset) {
    return new SubLayer(asset, 0, 1);
  }
}
