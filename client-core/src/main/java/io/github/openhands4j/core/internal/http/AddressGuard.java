package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.ClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Decides which machines may be connected to when a server names the address. The addresses that
 * were looked at are the ones that are connected to, so that a name cannot change in between. A
 * proxy on the way is the JVM's own, and is not judged.
 */
public final class AddressGuard {

  /** The address is of a machine that is not to be called. Nothing was sent. */
  static final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefused(AddressRange range) {
      super("its host is at an address that is not accepted here (" + range + ")");
    }
  }

  /** Lets everything through: for an address the user configured. */
  public static final AddressGuard NONE = none(Dns.SYSTEM);

  /** What OkHttp connects to without asking for a name. */
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*|[\\d.]+");

  private static final Set<AddressRange> OWN_NETWORK =
      EnumSet.of(AddressRange.LOOPBACK, AddressRange.PRIVATE, AddressRange.LINK_LOCAL);

  private final @Nullable String ownHost;
  private final String namedHost;
  private final boolean publicToo;
  private final Dns dns;

  AddressGuard(@Nullable String ownHost, String namedHost, boolean publicToo, Dns dns) {
    this.ownHost = ownHost;
    this.namedHost = namedHost;
    this.publicToo = publicToo;
    this.dns = dns;
  }

  /** Lets everything through that is found in this way. */
  static AddressGuard none(Dns dns) {
    return new AddressGuard(null, "", true, dns);
  }

  /**
   * The guard of an address that the configured server named. Public addresses are accepted, by
   * plain http only if the options allow a key there; loopback and private ones only if the
   * configured server is in such a range itself; link-local ones only if it is link-local.
   *
   * @param options the options for the configured server
   * @param named the address it named
   * @return a guard that looks up both hosts when a connection is made
   */
  public static AddressGuard beside(ClientOptions options, URI named) {
    boolean publicToo = named.getScheme().equals("https") || options.allowPlainHttp();
    return new AddressGuard(
        Origin.of(options.baseUrl()).host(), Origin.of(named).host(), publicToo, Dns.SYSTEM);
  }

  /** The same decisions on what another way of looking up names finds. */
  AddressGuard through(UnaryOperator<Dns> lookup) {
    return new AddressGuard(ownHost, namedHost, publicToo, lookup.apply(dns));
  }

  /** Looks at hosts that are addresses already. */
  Response beforeConnecting(Interceptor.Chain chain) throws IOException {
    String host = chain.request().url().host();
    if (ownHost != null && isLiteral(host)) {
      acceptedOf(List.of(InetAddress.getByName(host)));
    }
    return chain.proceed(chain.request());
  }

  /** Whether a host is an address itself, so that there is no name to look up. */
  static boolean isLiteral(String host) {
    return LITERAL.matcher(host).matches();
  }

  /**
   * Looks up names and gives only addresses that are accepted of the named host. Any other name is
   * that of a proxy, since requests for other hosts do not come this far.
   */
  Dns names() {
    return ownHost == null
        ? dns
        : host -> isNamed(host) ? acceptedOf(dns.lookup(host)) : dns.lookup(host);
  }

  private boolean isNamed(String host) {
    return withoutEnd(host).equalsIgnoreCase(withoutEnd(namedHost));
  }

  /** A name that ends with a dot is the same name, said to be whole. */
  private static String withoutEnd(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private List<InetAddress> acceptedOf(List<InetAddress> addresses) throws AddressRefused {
    Set<AddressRange> ranges = accepted();
    List<InetAddress> accepted =
        addresses.stream().filter(address -> ranges.contains(AddressRange.of(address))).toList();
    if (accepted.isEmpty()) {
      throw new AddressRefused(AddressRange.of(addresses.get(0)));
    }
    return accepted;
  }

  private Set<AddressRange> accepted() {
    Set<AddressRange> accepted = EnumSet.noneOf(AddressRange.class);
    if (publicToo) {
      accepted.add(AddressRange.PUBLIC);
    }
    Set<AddressRange> own = ownRanges();
    if (!own.isEmpty() && OWN_NETWORK.containsAll(own)) {
      accepted.add(AddressRange.LOOPBACK);
      accepted.add(AddressRange.PRIVATE);
      if (own.contains(AddressRange.LINK_LOCAL)) {
        accepted.add(AddressRange.LINK_LOCAL);
      }
    }
    return accepted;
  }

  private Set<AddressRange> ownRanges() {
    try {
      return dns.lookup(Objects.requireNonNull(ownHost)).stream()
          .map(AddressRange::of)
          .collect(Collectors.toSet());
    } catch (UnknownHostException behindAProxy) {
      return Set.of();
    }
  }
}
