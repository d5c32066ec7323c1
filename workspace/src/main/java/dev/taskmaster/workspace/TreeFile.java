package dev.taskmaster.workspace;

import dev.taskmaster.patch.files.FileMode;

/**
 * An entry of a tree.
 *
 * @param path from the root, with forward slashes
 * @param mode what it is
 * @param size in bytes; 0 for submodules
 * @param objectId the blob's id, or a submodule's commit
 */
public record TreeFile(String path, FileMode mode, long size, String objectId) {}
