package dev.taskmaster.executor.adapter;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.executor.adapter.git.ExchangeFiles;
import dev.taskmaster.executor.adapter.sandbox.ChosenSandboxes;
import dev.taskmaster.executor.adapter.sandbox.SandboxedRuns;
import dev.taskmaster.executor.nodes.AllKinds;
import dev.taskmaster.executor.project.CommandRuns;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.worker.adapter.RestPrompts;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.prompts.Prompts;
import dev.taskmaster.workspace.ExchangeRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the executor together. */
@ApplicationScoped
public class ExecutorParts {

  @Produces
  @Singleton
  ModelCatalog catalog() {
    return ModelCatalog.discover(System.getenv());
  }

  @Produces
  @Singleton
  Blobs blobs(ExecutorConfig config) {
    return new FolderBlobs(config.blobsDir());
  }

  @Produces
  @Singleton
  Prompts prompts(ExecutorConfig config) {
    return new RestPrompts(config.promptsUrl());
  }

  @Produces
  @Singleton
  ExchangeRepositories repositories(ExecutorConfig config) {
    return new ExchangeRepositories(config.exchangeDir());
  }

  @Produces
  @Singleton
  ExchangeFiles files(ExchangeRepositories repositories, ExecutorConfig config) {
    return new ExchangeFiles(repositories, config.exchangeDir(), Clock.systemUTC());
  }

  @Produces
  @Singleton
  CommandRuns runs(ExchangeRepositories repositories, ExecutorConfig config) {
    return new SandboxedRuns(
        repositories, config.workDir(), new ChosenSandboxes(config.unsafeHostExec()));
  }

  @Produces
  @Singleton
  ModelWork models(ModelCatalog catalog, Blobs blobs) {
    return new ModelWork(ModelCalls.over(catalog), blobs, catalog.currency());
  }

  @Produces
  @Singleton
  AllKinds kinds(
      ModelWork models, Prompts library, ExchangeFiles files, CommandRuns runs, Blobs blobs) {
    return ExecutorKinds.of(models, library, files, runs, blobs);
  }
}
