package dev.taskmaster.planner.adapter;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.planner.files.ProjectFile;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.planner.files.ProjectTrees;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.ExchangeRepository;
import dev.taskmaster.workspace.FileText;
import java.util.List;
import java.util.Optional;

/** {@link ProjectTrees} in the exchange repositories. */
final class ExchangeTrees implements ProjectTrees {
  private final ExchangeRepositories repositories;

  ExchangeTrees(ExchangeRepositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public ProjectTree at(ProjectId project, TreeId tree) {
    var repository = repositories.open(project.value());
    return new Tree(repository, tree.value(), files(repository, tree.value()));
  }

  private static List<ProjectFile> files(ExchangeRepository repository, String tree) {
    return repository.files(tree).stream()
        .filter(file -> file.mode().isFile())
        .map(file -> new ProjectFile(file.path(), file.size()))
        .toList();
  }

  private record Tree(ExchangeRepository repository, String tree, List<ProjectFile> files)
      implements ProjectTree {
    @Override
    public Optional<String> text(String path, int mostBytes) {
      return repository
          .read(tree, path, mostBytes)
          .filter(file -> !file.binary())
          .map(FileText::text);
    }
  }
}
