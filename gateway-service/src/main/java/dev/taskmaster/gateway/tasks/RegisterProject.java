package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.gateway.projects.DescribeProject;
import dev.taskmaster.gateway.projects.DescribedProject;
import dev.taskmaster.gateway.projects.InvalidSettingsException;
import dev.taskmaster.gateway.projects.Place;
import dev.taskmaster.gateway.projects.Wishes;
import dev.taskmaster.gateway.refusals.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/** Understands a repository as a project and lets the graph store know it. */
public final class RegisterProject {
  private static final String SETTINGS = "taskmaster.yaml";

  private final Repositories repositories;
  private final DescribeProject describe;
  private final TaskStore store;

  public RegisterProject(Repositories repositories, DescribeProject describe, TaskStore store) {
    this.repositories = repositories;
    this.describe = describe;
    this.store = store;
  }

  /**
   * Registers the project of the repository at {@code path}, or brings what is known of it up to
   * date.
   *
   * @throws Refusal naming what is wrong with the path or the project's settings
   */
  public DescribedProject register(String path) {
    try (var opened = repositories.open(CheckedRequest.repository(path))) {
      var described = describe(opened, Wishes.none());
      store.keep(described.snapshot());
      return described;
    }
  }

  /** Describes an opened repository, under an id that is its own. */
  DescribedProject describe(Repositories.Opened opened, Wishes wishes) {
    var notices = new ArrayList<String>();
    var settings = opened.files().text(SETTINGS);
    if (settings.isEmpty()) {
      settings = opened.uncommitted(SETTINGS);
      settings.ifPresent(
          text -> notices.add(SETTINGS + " is not committed; it is used as it lies there."));
    }
    try {
      var described =
          describe.describe(
              Place.here(opened.root()), opened.files(), settings.orElse(null), wishes);
      notices.addAll(described.notices());
      return new DescribedProject(
          described.named() ? described.snapshot() : withOwnId(described.snapshot()),
          described.named(),
          notices);
    } catch (InvalidSettingsException e) {
      throw Refusal.invalid(e.key().isEmpty() ? SETTINGS : e.key(), String.valueOf(e.getMessage()));
    }
  }

  /** Two folders of the same name are two projects, unless a person gave them one id. */
  private ProjectSnapshot withOwnId(ProjectSnapshot snapshot) {
    var known = store.project(snapshot.id());
    if (known.isEmpty() || known.get().root().equals(snapshot.root())) {
      return snapshot;
    }
    return new ProjectSnapshot(
        new ProjectId(snapshot.id().value() + "-" + shortHash(snapshot.root())),
        snapshot.root(),
        snapshot.languages(),
        snapshot.commands(),
        snapshot.vision(),
        snapshot.styleGuide(),
        snapshot.reviews(),
        snapshot.delivery(),
        snapshot.budget(),
        snapshot.sandbox(),
        snapshot.secrets(),
        snapshot.environment(),
        snapshot.detected(),
        snapshot.layers());
  }

  private static String shortHash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
          .substring(0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }
}
