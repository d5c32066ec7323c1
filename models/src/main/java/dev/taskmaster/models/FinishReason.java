package dev.taskmaster.models;

/** Why a model stopped writing. */
public enum FinishReason {
  STOP,
  LENGTH,
  CONTENT_FILTER,
  OTHER
}
