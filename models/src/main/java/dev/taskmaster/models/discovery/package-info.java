/** Finds a catalogue where nobody wrote one: keys in the environment, else a local Ollama. */
@NullMarked
package dev.taskmaster.models.discovery;

import org.jspecify.annotations.NullMarked;
