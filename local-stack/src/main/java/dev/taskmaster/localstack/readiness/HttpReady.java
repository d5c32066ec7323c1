package dev.taskmaster.localstack.readiness;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when {@code GET /q/health/ready} answers 200. */
public record HttpReady(URI service) implements Readiness {
  private static final int TIMEOUT_MILLIS = 2_000;

  @Override
  public boolean isReady() {
    HttpURLConnection connection = null;
    try {
      connection = (HttpURLConnection) service.resolve("/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }
}
