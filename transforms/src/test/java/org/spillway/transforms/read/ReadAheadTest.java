package org.spillway.transforms.read;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReadAheadTest {
  private static final Place PLACE = Place.ofArchive("a.zip").entry("ratings.csv");

  /** A stream that goes on for ever, or fails once it has given some bytes. */
  private static final class Endless extends InputStream {
    private final long failAfter;
    private final Throwable failure;
    private long count;
    final AtomicReference<Thread> reader = new AtomicReference<>();

    Endless(long failAfter, Throwable failure) {
      this.failAfter = failAfter;
      this.failure = failure;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      reader.set(Thread.currentThread());
      if (count >= failAfter) {
        if (failure instanceof IOException e) {
          throw e;
        }
        if (failure instanceof RuntimeException e) {
          throw e;
        }
        throw (Error) failure;
      }
      count += length;
      return length;
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, ReadAhead.CHUNK_BYTES, ReadAhead.CHUNK_BYTES + 1, 30 * ReadAhead.CHUNK_BYTES})
  void handsTheBytesOnInOrder(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    try (ReadAhead in = ReadAhead.of(new ByteArrayInputStream(bytes), null)) {
      while (in.next()) {
        read.write(in.bytes(), 0, in.length());
      }
      assertThat("the end stays the end", in.next(), is(false));
    }

    assertThat(read.toByteArray(), is(bytes));
  }

  @Test
  void whatTheStreamThrowsIsThrownToTheParserBehindTheBytesBeforeIt() throws IOException {
    IOException failure = new IOException("disk");
    try (ReadAhead in = ReadAhead.of(new Endless(2 * ReadAhead.CHUNK_BYTES, failure), null)) {
      assertThat(in.next(), is(true));
      assertThat(in.next(), is(true));
      IOException thrown = assertThrows(IOException.class, in::next);
      assertThat(thrown.getCause(), is(sameInstance(failure)));
    }
  }

  @Test
  void badInputAndErrorsAreThrownAsTheyAre() throws IOException {
    BadInputException bad = new BadInputException(InputFault.CRC_MISMATCH, PLACE, "what", "a", "b");
    try (ReadAhead in = ReadAhead.of(new Endless(0, bad), null)) {
      assertThat(assertThrows(BadInputException.class, in::next), is(sameInstance(bad)));
    }
    StackOverflowError error = new StackOverflowError();
    try (ReadAhead in = ReadAhead.of(new Endless(0, error), null)) {
      assertThat(assertThrows(StackOverflowError.class, in::next), is(sameInstance(error)));
    }
  }

  @Test
  void closingEarlyStopsTheThread() throws IOException {
    Endless endless = new Endless(Long.MAX_VALUE, new IllegalStateException());

    try (ReadAhead in = ReadAhead.of(endless, new Md5Check(PLACE, "", true))) {
      assertThat(in.next(), is(true));
    }

    assertThat(endless.reader.get().isAlive(), is(false));
  }

  @Test
  void aParserThatIsInterruptedStops() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    InputStream stuck =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            reading.countDown();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
            return -1;
          }
        };
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread parser =
        new Thread(
            () -> {
              try (ReadAhead in = ReadAhead.of(stuck, null)) {
                in.next();
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    parser.start();
    reading.await();
    parser.interrupt();
    parser.join();

    assertThat(thrown.get(), is(instanceOf(InterruptedIOException.class)));
  }

  @Test
  void theMd5IsThatOfAllBytes() throws IOException {
    byte[] bytes = new byte[3 * ReadAhead.CHUNK_BYTES + 1];
    Md5Check md5 = new Md5Check(PLACE, "c0ffee", false);
    String expected = "be341b1c353030c08b44b88b3bbe9839";

    try (ReadAhead in = ReadAhead.of(new ByteArrayInputStream(bytes), md5)) {
      while (in.next()) {
        assertThat(in.length() > 0, is(true));
      }
    }
    assertThat(md5.matches(), is(false));

    Md5Check strict = new Md5Check(PLACE, "c0ffee", true);
    try (ReadAhead in = ReadAhead.of(new ByteArrayInputStream(bytes), strict)) {
      BadInputException e =
          assertThrows(
              BadInputException.class,
              () -> {
                while (in.next()) {
                  assertThat(in.length() > 0, is(true));
                }
              });
      assertThat(
          e.getMessage(),
          is(
              "INPUT-019 a.zip!ratings.csv: the MD5 differs from checksums.txt; expected c0ffee,"
                  + " found "
                  + expected
                  + "; download the archive again, or give --checksumMismatchAsWarning to go on"));
    }
  }
}
