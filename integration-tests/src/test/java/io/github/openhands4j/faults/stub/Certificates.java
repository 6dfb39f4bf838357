package io.github.openhands4j.faults.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Certificates made for one run: an authority, which a JVM can be told to trust, and servers'
 * certificates of it, good and bad.
 */
public final class Certificates {

  private static final String HOST = "127.0.0.1";
  private static final Duration DAY = Duration.ofDays(1);

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("stub authority").build();

  /** A new authority. */
  public Certificates() {}

  /**
   * A certificate as it should be.
   *
   * @return a server's context
   */
  public SSLContext good() {
    return context(ofAuthority().addSubjectAlternativeName(HOST).build());
  }

  /**
   * A certificate that was good until yesterday.
   *
   * @return a server's context
   */
  public SSLContext expired() {
    long now = Instant.now().toEpochMilli();
    return context(
        ofAuthority()
            .addSubjectAlternativeName(HOST)
            .validityInterval(now - 9 * DAY.toMillis(), now - DAY.toMillis())
            .build());
  }

  /**
   * A certificate of another host.
   *
   * @return a server's context
   */
  public SSLContext ofAnotherHost() {
    return context(ofAuthority().addSubjectAlternativeName("other.example").build());
  }

  /**
   * A certificate that nobody else vouches for.
   *
   * @return a server's context
   */
  public static SSLContext selfSigned() {
    HeldCertificate own = new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build();
    return new HandshakeCertificates.Builder().heldCertificate(own).build().sslContext();
  }

  private HeldCertificate.Builder ofAuthority() {
    return new HeldCertificate.Builder().signedBy(authority);
  }

  private SSLContext context(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate, authority.certificate())
        .build()
        .sslContext();
  }

  /**
   * Writes a trust store that holds the authority alone.
   *
   * @param directory where to
   * @param password its password
   * @return the file
   */
  public Path trustStore(Path directory, String password) {
    Path file = directory.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("authority", authority.certificate());
      store.store(out, password.toCharArray());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
