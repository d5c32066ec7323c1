/**
 * From a failure to better inputs: which one input was at fault, and the layer that corrects it. A
 * model names it; a rule does where the model cannot.
 */
@NullMarked
package dev.taskmaster.planner.refinement;

import org.jspecify.annotations.NullMarked;
