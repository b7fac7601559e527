package org.spillway.transforms.sample;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserSampleTest {

  @Test
  void hasTheUsersWithTheRemainder() {
    assertThat(usersOf(new UserSample(50, 0)), is(List.of(50, 100, 150)));
    assertThat(usersOf(new UserSample(50, 49)), is(List.of(49, 99, 149)));
  }

  @Test
  void modulusOneHasEveryUser() {
    assertThat(usersOf(new UserSample(1, 0)), is(IntStream.rangeClosed(1, 160).boxed().toList()));
  }

  @Test
  void hasTheLargestIdToo() {
    assertThat(new UserSample(50, 47).contains(Integer.MAX_VALUE), is(true));
    assertThat(new UserSample(Integer.MAX_VALUE, 0).contains(Integer.MAX_VALUE), is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0;  0; userModulus must be at least 1, but was: 0",
        "-5; 0; userModulus must be at least 1, but was: -5",
        "50; -1; userRemainder must be from 0 to userModulus - 1 = 49, but was: -1",
        "50; 50; userRemainder must be from 0 to userModulus - 1 = 49, but was: 50",
        "1;  1; userRemainder must be from 0 to userModulus - 1 = 0, but was: 1"
      })
  void refusesWhatIsOutOfRange(int modulus, int remainder, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new UserSample(modulus, remainder));

    assertThat(refused.getMessage(), is(message));
  }

  @Test
  void isSerializable() {
    SerializableUtils.ensureSerializable(new UserSample(50, 7));
  }

  private static List<Integer> usersOf(UserSample sample) {
    return IntStream.rangeClosed(1, 160).filter(sample::contains).boxed().toList();
  }
}
