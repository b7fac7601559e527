package org.spillway.schemas;

import java.util.List;

/**
 * A user's candidate set for simulated promotion (setup spec, section 9).
 *
 * @param userId at least 1
 * @param items by position: the first is at slate_position_seed 1
 */
public record SeedSlate(int userId, List<SlateItem> items) {

  /** Copies the list. */
  public SeedSlate {
    items = List.copyOf(items);
  }

  /** The slate's name in files: {@code user_<userId>_seed}. */
  public String slateId() {
    return "user_" + userId + "_seed";
  }
}
