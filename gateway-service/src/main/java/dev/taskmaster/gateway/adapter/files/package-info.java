/** What the gateway keeps in files: shared layers and the keys of repeated submissions. */
@NullMarked
package dev.taskmaster.gateway.adapter.files;

import org.jspecify.annotations.NullMarked;
