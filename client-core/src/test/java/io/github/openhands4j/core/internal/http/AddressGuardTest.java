package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses of a named server are connected to, beside which configured one. */
class AddressGuardTest {

  private static final Map<String, String> NAMES =
      Map.of(
          "public.example", "203.0.113.7",
          "corp.example", "10.1.1.1",
          "mixed.example", "10.1.1.1 203.0.113.7",
          "proxy.corp", "10.0.0.5",
          "metadata.example", "169.254.169.254",
          "self.example", "127.0.0.1");

  private static List<InetAddress> lookup(String host) throws UnknownHostException {
    String known = NAMES.get(host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
    if (known == null && !host.matches("[\\d.]+|.*:.*")) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String address : (known == null ? host : known).split(" ", -1)) {
      addresses.add(InetAddress.getByName(address));
    }
    return addresses;
  }

  private static Dns beside(String own, boolean publicToo, String named) {
    return new AddressGuard(own, named, publicToo, AddressGuardTest::lookup).names();
  }

  @ParameterizedTest
  @CsvSource({
    "public.example, true, public.example, 203.0.113.7",
    "corp.example, true, public.example, 203.0.113.7",
    "corp.example, false, corp.example, 10.1.1.1",
    "corp.example, true, self.example, 127.0.0.1",
    "127.0.0.1, false, corp.example, 10.1.1.1",
    "127.0.0.1, false, self.example, 127.0.0.1",
    "::1, false, self.example, 127.0.0.1",
    "public.example, true, mixed.example, 203.0.113.7",
    "corp.example, false, mixed.example, 10.1.1.1",
    "169.254.1.1, false, metadata.example, 169.254.169.254",
  })
  void acceptedAddressesAreConnectedTo(String own, boolean publicToo, String named, String address)
      throws UnknownHostException {
    assertThat(beside(own, publicToo, named).lookup(named))
        .containsExactly(InetAddress.getByName(address));
  }

  @ParameterizedTest
  @CsvSource({
    "public.example, true, corp.example",
    "public.example, true, self.example",
    "public.example, true, metadata.example",
    "mixed.example, true, corp.example",
    "unknown.example, true, self.example",
    "corp.example, true, metadata.example",
    "127.0.0.1, true, metadata.example",
    "corp.example, false, public.example",
    "127.0.0.1, false, public.example",
  })
  void otherAddressesAreRefused(String own, boolean publicToo, String named) {
    assertThatThrownBy(() -> beside(own, publicToo, named).lookup(named))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @ParameterizedTest
  @CsvSource({"public.example", "corp.example", "10.1.1.1"})
  void proxyOnTheWayMayBeAnywhere(String named) throws UnknownHostException {
    assertThat(beside("public.example", true, named).lookup("proxy.corp"))
        .containsExactly(InetAddress.getByName("10.0.0.5"));
  }

  @ParameterizedTest
  @CsvSource({
    "corp.example, CORP.example",
    "Corp.Example, corp.example",
    "corp.example, corp.example.",
    "corp.example., corp.example",
    "proxy.corp, proxy.corp",
  })
  void namedHostIsJudgedHoweverItIsWritten(String named, String host) {
    assertThatThrownBy(() -> beside("public.example", true, named).lookup(host))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @Test
  void configuredServerMayBeAnywhere() {
    assertThat(AddressGuard.NONE.names()).isSameAs(Dns.SYSTEM);
  }
}
