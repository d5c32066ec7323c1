/**
 * Where layers come from: the port and its adapters for memory and for files below allowed roots
 * (chapter 4.2).
 */
@NullMarked
package dev.taskmaster.composition.resolve;

import org.jspecify.annotations.NullMarked;
