package io.github.openhands4j.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an address belongs to, however it is written. */
class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, LOOPBACK",
    "127.255.255.254, LOOPBACK",
    "::1, LOOPBACK",
    "::ffff:127.0.0.1, LOOPBACK",
    "::127.0.0.2, LOOPBACK",
    "64:ff9b::7f00:1, LOOPBACK",
    "2002:7f00:1::, LOOPBACK",
    "10.0.0.1, PRIVATE",
    "10.255.255.255, PRIVATE",
    "172.16.0.1, PRIVATE",
    "172.31.255.255, PRIVATE",
    "192.168.0.1, PRIVATE",
    "100.64.0.1, PRIVATE",
    "100.127.255.255, PRIVATE",
    "198.18.0.1, PRIVATE",
    "fc00::1, PRIVATE",
    "fd12:3456::1, PRIVATE",
    "fec0::1, PRIVATE",
    "2002:c0a8:1::, PRIVATE",
    "169.254.169.254, LINK_LOCAL",
    "fe80::1, LINK_LOCAL",
    "::ffff:169.254.169.254, LINK_LOCAL",
    "64:ff9b::a9fe:a9fe, LINK_LOCAL",
    "0.0.0.0, NOBODY",
    "0.1.2.3, NOBODY",
    "::, NOBODY",
    "224.0.0.1, NOBODY",
    "255.255.255.255, NOBODY",
    "ff02::1, NOBODY",
    "8.8.8.8, PUBLIC",
    "172.15.0.1, PUBLIC",
    "172.32.0.1, PUBLIC",
    "100.63.0.1, PUBLIC",
    "100.128.0.1, PUBLIC",
    "192.167.0.1, PUBLIC",
    "126.0.0.1, PUBLIC",
    "128.0.0.1, PUBLIC",
    "223.255.255.255, PUBLIC",
    "2001:db8::1, PUBLIC",
    "64:ff9b::808:808, PUBLIC",
    "2002:808:808::, PUBLIC",
  })
  void addressHasItsRange(String address, AddressRange range) throws UnknownHostException {
    assertThat(AddressRange.of(InetAddress.getByName(address))).isEqualTo(range);
  }
}
