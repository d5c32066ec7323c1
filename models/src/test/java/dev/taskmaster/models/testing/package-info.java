/** A scripted model server for the tests of this and other modules. */
package dev.taskmaster.models.testing;
