package org.spillway.runners.flink.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClusterCommandIT {

  @TempDir private Path folder;
  private String home;
  private String said;

  @BeforeEach
  void atTheRoot() {
    home = System.setProperty("spillway.home", Path.of("../..").toAbsolutePath().toString());
  }

  @AfterEach
  void end() throws IOException {
    if (home == null) {
      System.clearProperty("spillway.home");
    } else {
      System.setProperty("spillway.home", home);
    }
    if (LocalCluster.find(folder).isPresent()) {
      LocalCluster.find(folder).get().stop();
    }
  }

  @Test
  void startStatusStop() throws IOException {
    int port = LocalCluster.freePort();
    String[] start = {"start", "--taskManagers=1", "--slots=3", "--heap=256", "--port=" + port};

    assertThat(run(start), is(0));
    assertThat(
        said,
        containsString("Flink at localhost:" + port + ": 1 task managers, 3 of 3 slots free"));

    assertThat(run("status"), is(0));
    List<ClusterProcess> processes = LocalCluster.find(folder).orElseThrow().processes();
    assertThat(processes.size(), is(2));
    for (ClusterProcess process : processes) {
      assertThat(process.isAlive(), is(true));
      assertThat(said, containsString(process.role()));
      assertThat(said, containsString("process " + process.pid()));
    }

    assertThat(run(start), is(2));
    assertThat(
        said,
        is(
            "spillway: a cluster runs already in "
                + folder
                + "; stop it first: ./spillway cluster stop\n"));

    assertThat(run("stop"), is(0));
    assertThat(processes.stream().anyMatch(ClusterProcess::isAlive), is(false));
    assertThat(run("status"), is(1));
    assertThat(said, is("No cluster runs in " + folder + "\n"));
  }

  @Test
  void aPortThatIsTakenIsRefused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("start", "--port=" + taken.getLocalPort()), is(2));
      assertThat(
          said,
          is(
              "spillway: port must be free, but somebody listens at "
                  + taken.getLocalPort()
                  + "; choose another --port\n"));
    }
    assertThat(folder.toFile().list().length, is(0));
  }

  private int run(String... arguments) {
    StringWriter all = new StringWriter();
    PrintWriter writer = new PrintWriter(all, true);
    CommandLine command = ClusterCommand.commandLine();
    command.setOut(writer).setErr(writer);
    String[] withFolder = Arrays.copyOf(arguments, arguments.length + 1);
    withFolder[arguments.length] = "--folder=" + folder;
    int exitCode = command.execute(withFolder);
    said = all.toString();
    return exitCode;
  }
}
