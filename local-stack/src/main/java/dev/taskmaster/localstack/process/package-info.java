/** One child process: how it is started, watched, logged and ended. */
@NullMarked
package dev.taskmaster.localstack.process;

import org.jspecify.annotations.NullMarked;
