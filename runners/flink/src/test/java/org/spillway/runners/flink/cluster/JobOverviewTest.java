package org.spillway.runners.flink.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JobOverviewTest {

  @Test
  void onlyWhatGoesToOtherTasksIsShuffled() throws IOException {
    String answer =
        """
        {
          "jid": "a1", "name": "spillway-setup", "state": "FINISHED",
          "start-time": 1000, "duration": 2500,
          "vertices": [
            {"id": "read", "metrics": {"write-bytes": 700}},
            {"id": "split", "metrics": {"write-bytes": 40}},
            {"id": "catalog", "metrics": {"write-bytes": 5}},
            {"id": "assemble", "metrics": {"write-bytes": 0}}
          ],
          "plan": {"nodes": [
            {"id": "assemble", "inputs": [
              {"id": "split", "ship_strategy": "HASH"},
              {"id": "catalog", "ship_strategy": "BROADCAST"}
            ]},
            {"id": "split", "inputs": [{"id": "read", "ship_strategy": "FORWARD"}]},
            {"id": "catalog"},
            {"id": "read"}
          ]}
        }
        """;

    assertThat(
        JobOverview.of(new ObjectMapper().readTree(answer)),
        is(new JobOverview("a1", "spillway-setup", "FINISHED", 1000, 2500, 745, 45)));
  }
}
