package org.spillway.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Another tool's results are not Spillway's, so there is no point in comparing times. */
final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 10;

  DisagreementException(String contestant, List<Disagreement> found) {
    super(
        contestant
            + " disagrees with spillway in "
            + found.size()
            + (found.size() == 1 ? " place:\n" : " places:\n")
            + found.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining("\n"))
            + (found.size() > SHOWN ? "\n..." : ""));
  }
}
