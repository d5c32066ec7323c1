package dev.taskmaster.workspace.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit see neither the user's nor the system's git configuration: results must not depend on
 * them, and looking for the system's would run the git command.
 */
public final class NeutralSystem extends SystemReader.Delegate {
  private NeutralSystem(SystemReader usual) {
    super(usual);
  }

  /** Installs it for this process; doing so again changes nothing. */
  public static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof NeutralSystem)) {
      SystemReader.setInstance(new NeutralSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration that is always empty and never saved. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // Nothing is read on purpose.
    }

    @Override
    public void save() {
      // Nothing is kept on purpose.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
