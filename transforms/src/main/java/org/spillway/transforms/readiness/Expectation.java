package org.spillway.transforms.readiness;

import java.io.Serializable;
import org.spillway.schemas.Judgement;

/** A readiness check that a pipeline adds to the usual ones, such as a published figure. */
@FunctionalInterface
public interface Expectation extends Serializable {

  /** Judges the tables of a run. */
  Judgement judge(RunTables tables);
}
