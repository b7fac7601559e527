package org.spillway.runners.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;

/** What Flink reads in it. */
class JobConfigurationTest {

  @Test
  void onAClusterAJobIsCancelledWhenNobodyWaitsAndTriedAgainAsTheClusterSays() {
    Configuration job = read(JobConfiguration.of(true));

    assertThat(job.get(DeploymentOptions.JOB_LISTENERS), is(List.of(CancelOnExit.class.getName())));
    assertThat(job.contains(RestartStrategyOptions.RESTART_STRATEGY), is(false));
  }

  @Test
  void inThisProcessItIsNotTriedAgainAndMemoryBesideTheHeapIsBounded() {
    Configuration job = read(JobConfiguration.of(false));

    assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY), is("none"));
    assertThat(job.get(TaskManagerOptions.NETWORK_MEMORY_MAX).getMebiBytes(), is(384));
    assertThat(job.get(TaskManagerOptions.NETWORK_MEMORY_MIN).getMebiBytes(), is(384));
    assertThat(job.get(TaskManagerOptions.MANAGED_MEMORY_SIZE).getMebiBytes(), is(256));
  }

  private static Configuration read(JobConfiguration job) {
    return GlobalConfiguration.loadConfiguration(job.writeTemporary().toString());
  }
}
