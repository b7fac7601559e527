package org.spillway.transforms.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DigestsTest {

  /** RFC 1321, section A.5. */
  @Test
  void md5() {
    assertThat(
        hex(Digests.md5().digest("message digest".getBytes(UTF_8))),
        is("f96b697d7cb7938d525a2f31aaf161d0"));
  }

  /** FIPS 180-2, section B.1. */
  @Test
  void sha256() {
    assertThat(
        hex(Digests.sha256().digest("abc".getBytes(UTF_8))),
        is("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void takesPartsOfAnyLengthAsThePlatformsDo() throws NoSuchAlgorithmException {
    byte[] bytes = new byte[100_000];
    Random random = new Random(7);
    random.nextBytes(bytes);
    MessageDigest md5 = Digests.md5();
    MessageDigest sha256 = Digests.sha256();
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(random.nextInt(200), bytes.length - at);
      md5.update(bytes, at, length);
      sha256.update(bytes, at, length);
      at += length;
    }
    assertThat(md5.digest(), is(MessageDigest.getInstance("MD5").digest(bytes)));
    assertThat(sha256.digest(), is(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
