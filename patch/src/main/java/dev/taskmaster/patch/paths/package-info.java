/** Which paths a patch may name, and which changes a person should look at twice. */
@NullMarked
package dev.taskmaster.patch.paths;

import org.jspecify.annotations.NullMarked;
