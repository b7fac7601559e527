package org.spillway.schemas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes a {@link Judgement}. */
public final class JudgementCoder extends WireCoder<Judgement> {
  private static final JudgementCoder INSTANCE = new JudgementCoder();

  private JudgementCoder() {}

  /** The coder. */
  public static JudgementCoder of() {
    return INSTANCE;
  }

  @Override
  public void write(Judgement judgement, WireOutput out) {
    out.putString(judgement.id());
    out.putString(judgement.meaning());
    Cells.write(judgement.observed(), out);
    out.putString(judgement.threshold());
    out.putString(judgement.severity().label());
    out.putBoolean(judgement.passed());
    out.putVarLong(judgement.failing().size());
    judgement.failing().forEach(out::putString);
  }

  @Override
  public Judgement read(WireInput in) {
    String id = in.getString();
    String meaning = in.getString();
    @Nullable Object observed = Cells.read(in);
    String threshold = in.getString();
    Severity severity = Severity.labelled(in.getString());
    boolean passed = in.getBoolean();
    int count = in.getCount();
    List<String> failing = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      failing.add(in.getString());
    }
    return new Judgement(id, meaning, observed, threshold, severity, passed, failing);
  }
}
