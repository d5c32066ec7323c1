package dev.taskmaster.gateway.adapter;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.gateway.adapter.files.FileSharedLayers;
import dev.taskmaster.gateway.adapter.files.FileSubmissions;
import dev.taskmaster.gateway.adapter.git.ExchangeImport;
import dev.taskmaster.gateway.adapter.git.JGitRepositories;
import dev.taskmaster.gateway.adapter.http.LiveTasks;
import dev.taskmaster.gateway.adapter.kafka.KafkaJournal;
import dev.taskmaster.gateway.adapter.kafka.KafkaTaskEvents;
import dev.taskmaster.gateway.adapter.store.HttpPrompts;
import dev.taskmaster.gateway.adapter.store.HttpTaskStore;
import dev.taskmaster.gateway.live.JournalFeed;
import dev.taskmaster.gateway.projects.DescribeProject;
import dev.taskmaster.gateway.tasks.GuideTask;
import dev.taskmaster.gateway.tasks.RecentTasks;
import dev.taskmaster.gateway.tasks.RegisterProject;
import dev.taskmaster.gateway.tasks.Repositories;
import dev.taskmaster.gateway.tasks.SubmitTask;
import dev.taskmaster.gateway.tasks.TaskBlobs;
import dev.taskmaster.gateway.tasks.TaskEvents;
import dev.taskmaster.gateway.tasks.TaskStore;
import dev.taskmaster.gateway.tasks.Tasks;
import dev.taskmaster.workspace.ExchangeRepositories;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the gateway together. */
@Singleton
public class Wiring {
  private final GatewaySettings settings;
  private final String kafka;

  Wiring(GatewaySettings settings, @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
    this.settings = settings;
    this.kafka = kafka;
  }

  @Produces
  @Singleton
  Blobs blobs() {
    return new FolderBlobs(settings.blobsDir());
  }

  @Produces
  @Singleton
  HttpTaskStore store() {
    return new HttpTaskStore(settings.graphStoreUrl(), settings.answerWithin());
  }

  void close(@Disposes HttpTaskStore store) {
    store.close();
  }

  @Produces
  @Singleton
  HttpPrompts prompts() {
    return new HttpPrompts(settings.promptsUrl(), settings.answerWithin());
  }

  void close(@Disposes HttpPrompts prompts) {
    prompts.close();
  }

  @Produces
  @Singleton
  KafkaTaskEvents events() {
    return new KafkaTaskEvents(kafka);
  }

  void close(@Disposes KafkaTaskEvents events) {
    events.close();
  }

  @Produces
  @Singleton
  JournalFeed feed(MeterRegistry meters) {
    var feed = new JournalFeed();
    meters.gauge("taskmaster.gateway.watchers", feed, JournalFeed::watchers);
    return feed;
  }

  @Produces
  @Singleton
  @Startup
  KafkaJournal journal(JournalFeed feed) {
    return new KafkaJournal(kafka, feed);
  }

  void close(@Disposes KafkaJournal journal) {
    journal.close();
  }

  @Produces
  @Singleton
  ExchangeRepositories exchange() {
    return new ExchangeRepositories(settings.exchangeDir());
  }

  void close(@Disposes ExchangeRepositories exchange) {
    exchange.close();
  }

  @Produces
  @Singleton
  Repositories repositories(ExchangeRepositories exchange) {
    return new JGitRepositories(new ExchangeImport(exchange));
  }

  @Produces
  @Singleton
  RecentTasks recent() {
    return new RecentTasks();
  }

  @Produces
  @Singleton
  RegisterProject projects(Repositories repositories, Blobs blobs, TaskStore store) {
    var budget = new ProjectSnapshot.Budget(settings.budget().amount(), settings.budget().rounds());
    return new RegisterProject(
        repositories, new DescribeProject(new FileSharedLayers(blobs), budget), store);
  }

  @Produces
  @Singleton
  SubmitTask submit(
      Repositories repositories,
      RegisterProject projects,
      TaskStore store,
      TaskEvents events,
      RecentTasks recent) {
    var submissions = new FileSubmissions(settings.gatewayDir().normalize());
    return new SubmitTask(
        new SubmitTask.Parts(repositories, projects, store, submissions, events, recent),
        Clock.systemUTC(),
        new SecureRandom());
  }

  @Produces
  @Singleton
  Tasks tasks(TaskStore store, RecentTasks recent) {
    return new Tasks(store, recent);
  }

  @Produces
  @Singleton
  GuideTask guide(Tasks tasks, TaskEvents events) {
    return new GuideTask(tasks, events, Clock.systemUTC());
  }

  @Produces
  @Singleton
  TaskBlobs taskBlobs(Tasks tasks, Blobs blobs) {
    return new TaskBlobs(tasks, blobs);
  }

  @Produces
  @Singleton
  LiveTasks live(Tasks tasks, TaskStore store, JournalFeed feed) {
    return new LiveTasks(tasks, store, feed, settings.live().heartbeat());
  }
}
