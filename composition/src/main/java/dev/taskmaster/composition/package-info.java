/**
 * Opens a stage of USD layers and answers what is said about each prim, and who says it. The data
 * that is composed lives in {@code layer}, its text form in {@code text}, where layers come from in
 * {@code resolve}, and the rules of composition in {@code index}.
 */
@NullMarked
package dev.taskmaster.composition;

import org.jspecify.annotations.NullMarked;
