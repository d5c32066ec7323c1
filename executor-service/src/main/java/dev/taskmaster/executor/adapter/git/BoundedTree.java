package dev.taskmaster.executor.adapter.git;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.workspace.ExchangeRepository;
import java.util.List;
import java.util.Optional;

/** A tree whose files are read up to a limit. */
record BoundedTree(ExchangeRepository exchange, String tree, int mostBytes) implements SourceTree {

  @Override
  public Optional<FileContent> read(String path) {
    return exchange
        .read(tree, path, mostBytes)
        .map(file -> new FileContent(file.bytes(), file.mode()));
  }

  @Override
  public boolean exists(String path) {
    return exchange.sourceTree(tree).exists(path);
  }

  @Override
  public List<String> list() {
    return exchange.sourceTree(tree).list();
  }
}
