package org.spillway.transforms.figures;

/** Says, in one line for the user, why this machine cannot draw figures and what would help. */
public final class FiguresUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FiguresUnavailableException(Throwable cause) {
    super(
        "figures cannot be drawn: expected a Java that can lay out text, found "
            + cause
            + "; install fontconfig and one font (Debian: fontconfig, fonts-dejavu-core)",
        cause);
  }
}
