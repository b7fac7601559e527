package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadProgressTest {
  private static final Place RATINGS = Place.ofArchive("a.zip").entry("ml/ratings.csv");

  @BeforeEach
  @AfterEach
  void forgetReads() {
    ReadProgress.clear();
  }

  @Test
  void tellsHowFarAReadIs() throws InterruptedException {
    ReadProgress progress = ReadProgress.begin(RATINGS, 1_000);
    assertThat(progress.bytes(), is(0L));
    assertThat(progress.rows(), is(0L));

    progress.parsed(400);
    progress.reached(17);

    assertThat(progress.entry(), is("ml/ratings.csv"));
    assertThat(progress.totalBytes(), is(1_000L));
    assertThat(progress.bytes(), is(400L));
    assertThat(progress.rows(), is(17L));
    Thread.sleep(2);
    assertThat(progress.seconds(), is(greaterThan(0.001)));
    assertThat(progress.seconds(), is(lessThan(60.0)));
  }

  @Test
  void aReadIsUnderWayUntilItIsOver() {
    assertThat(ReadProgress.isAnyUnderWay(), is(false));
    ReadProgress first = ReadProgress.begin(RATINGS, 1);
    ReadProgress second = ReadProgress.begin(Place.ofArchive("b.zip").entry("ml/tags.csv"), 1);
    assertThat(ReadProgress.isAnyUnderWay(), is(true));

    first.over();
    assertThat(ReadProgress.isAnyUnderWay(), is(true));
    second.over();
    assertThat(ReadProgress.isAnyUnderWay(), is(false));
    assertThat("over but not to its end", first.isDone(), is(false));
    first.done();
    assertThat(first.isDone(), is(true));
  }

  @Test
  void aLaterReadOfTheEntryTakesItsPlace() {
    ReadProgress.begin(RATINGS, 1);
    ReadProgress later = ReadProgress.begin(RATINGS, 2);

    assertThat(ReadProgress.all(), contains(later));
    ReadProgress.clear();
    assertThat(ReadProgress.all(), is(empty()));
  }
}
