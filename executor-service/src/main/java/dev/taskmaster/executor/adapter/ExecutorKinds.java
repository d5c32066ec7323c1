package dev.taskmaster.executor.adapter;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.executor.adapter.git.ExchangeFiles;
import dev.taskmaster.executor.nodes.AllKinds;
import dev.taskmaster.executor.nodes.ApplyChange;
import dev.taskmaster.executor.nodes.CommandNode;
import dev.taskmaster.executor.nodes.Composition;
import dev.taskmaster.executor.nodes.ContextFile;
import dev.taskmaster.executor.nodes.ContextSearch;
import dev.taskmaster.executor.nodes.Deliver;
import dev.taskmaster.executor.nodes.HumanQuestion;
import dev.taskmaster.executor.nodes.LlmChange;
import dev.taskmaster.executor.nodes.LlmText;
import dev.taskmaster.executor.nodes.PromptChoice;
import dev.taskmaster.executor.nodes.Texts;
import dev.taskmaster.executor.project.CommandRuns;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.worker.prompts.Prompts;
import java.util.List;

/** Every kind of node that an executor does. A new one is a line here. */
public final class ExecutorKinds {
  private ExecutorKinds() {}

  public static AllKinds of(
      ModelWork models, Prompts library, ExchangeFiles files, CommandRuns runs, Blobs blobs) {
    var texts = new Texts(blobs);
    var inputs = new ContextInputs(blobs);
    var prompts = new PromptChoice(library);
    var composition = new Composition(files, inputs);
    var engine = PatchEngine.standard();
    return new AllKinds(
        List.of(
            new ContextFile(files, texts),
            new ContextSearch(files, texts),
            new LlmText(models, prompts, composition, texts),
            new LlmChange(models, prompts, composition, engine, texts),
            new ApplyChange(files, files, engine, inputs),
            new CommandNode(runs, texts),
            new HumanQuestion(inputs, texts),
            new Deliver(files)));
  }
}
