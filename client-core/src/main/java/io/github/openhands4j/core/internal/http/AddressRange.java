package io.github.openhands4j.core.internal.http;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Whom an address can belong to. */
enum AddressRange {
  /** This machine. */
  LOOPBACK,
  /** A network of one's own: RFC 1918, RFC 4193, shared and test networks. */
  PRIVATE,
  /** Neighbors on the wire, and the metadata services of clouds. */
  LINK_LOCAL,
  /** The internet. */
  PUBLIC,
  /** No single machine: unspecified, multicast, reserved. */
  NOBODY;

  static AddressRange of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return ofSixteen(address, bytes);
    }
    return ofFour(at(bytes, 0), at(bytes, 1));
  }

  private static AddressRange ofFour(int first, int second) {
    if (first == 127) {
      return LOOPBACK;
    }
    if (first == 169 && second == 254) {
      return LINK_LOCAL;
    }
    if (first == 10
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 100 && second >= 64 && second < 128)
        || (first == 198 && (second == 18 || second == 19))) {
      return PRIVATE;
    }
    return first == 0 || first >= 224 ? NOBODY : PUBLIC;
  }

  private static AddressRange ofSixteen(InetAddress address, byte[] bytes) {
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    if (address.isLinkLocalAddress()) {
      return LINK_LOCAL;
    }
    if (address.isSiteLocalAddress() || (at(bytes, 0) & 0xfe) == 0xfc) {
      return PRIVATE;
    }
    if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
      return NOBODY;
    }
    int four = fourWithin(bytes);
    return four < 0 ? PUBLIC : ofFour(at(bytes, four), at(bytes, four + 1));
  }

  /** Where an address of the old kind is wrapped: compatible, translated (NAT64) or 6to4. */
  private static int fourWithin(byte[] bytes) {
    if (startsWith(bytes, 0x20, 0x02)) {
      return 2;
    }
    boolean translated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b);
    boolean compatible = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return translated || compatible ? 12 : -1;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (at(bytes, i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xff;
  }
}
