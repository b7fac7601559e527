package org.spillway.transforms.write;

import java.time.Instant;
import java.util.Optional;

/**
 * The process that began a run: by its id and the time when it began, since ids are used again, and
 * by other machines too.
 */
record RunningProcess(long pid, String startedAt) {

  static RunningProcess current() {
    return of(ProcessHandle.current());
  }

  /** Reads {@link #toString} back; text of any other form gives a process that is not alive. */
  static RunningProcess parse(String text) {
    String[] parts = text.strip().split(" ", 2);
    return parts.length == 2 && parts[0].matches("[0-9]{1,18}")
        ? new RunningProcess(Long.parseLong(parts[0]), parts[1])
        : new RunningProcess(0, "");
  }

  /** Whether it is another process than this one, on this machine, and still runs. */
  boolean isAliveElsewhere() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isPresent() && !equals(current()) && equals(of(process.get()));
  }

  @Override
  public String toString() {
    return pid + " " + startedAt;
  }

  static RunningProcess of(ProcessHandle process) {
    return new RunningProcess(
        process.pid(), process.info().startInstant().map(Instant::toString).orElse("unknown"));
  }
}
