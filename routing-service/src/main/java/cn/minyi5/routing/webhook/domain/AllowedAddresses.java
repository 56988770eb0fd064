package cn.minyi5.routing.webhook.domain;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * 可达地址. To which addresses anything may be sent: public ones, and those of the networks that the installation names.
 * Without this whoever may subscribe could make this service call what only it can reach (SSRF).
 *
 * @param networks of the county's own, such as the government's extranet
 */
public record AllowedAddresses(List<AddressRange> networks) {

    /** Everything of IPv4 that is not public, by IANA's registry of special-purpose addresses (RFC 6890). */
    private static final List<AddressRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Of IPv6's global ones: Teredo, documentation, and 6to4, which has an address of IPv4 in it.
            "2001::/32",
            "2001:db8::/32",
            "2002::/16");

    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

    public AllowedAddresses {
        networks = List.copyOf(networks);
    }

    /** @param written such as {@code 10.1.0.0/16}; @throws IllegalArgumentException for one that is none */
    public static AllowedAddresses of(List<String> written) {
        return new AllowedAddresses(ranges(written.toArray(String[]::new)));
    }

    public boolean permits(InetAddress address) {
        return isIn(networks, address) || isPublic(address);
    }

    /** Whether something may be sent that anybody on the way could read: it does not leave the machine. */
    public boolean permitsPlain(InetAddress address) {
        return address.isLoopbackAddress() && isIn(networks, address);
    }

    private static boolean isPublic(InetAddress address) {
        var is4 = address.getAddress().length == Integer.BYTES;
        return (is4 || GLOBAL_IPV6.contains(address)) && !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... written) {
        return Stream.of(written).map(AddressRange::of).toList();
    }
}
