package cn.minyi5.routing.webhook.domain;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** 网段. Addresses that begin with the same bits, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
public record AddressRange(InetAddress network, int bits) {

    /** @throws IllegalArgumentException unless it is an address, a slash and a number of bits */
    public static AddressRange of(String written) {
        var parts = written.split("/", -1);
        try {
            // Digits, dots and colons alone: an address, of which nobody is asked.
            if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*")) {
                throw new IllegalArgumentException("not a range of addresses: " + written);
            }
            var network = InetAddress.getByName(parts[0]);
            var bits = Integer.parseInt(parts[1]);
            if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException("not a range of addresses: " + written);
            }
            return new AddressRange(network, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("not a range of addresses: " + written, e);
        }
    }

    public boolean contains(InetAddress address) {
        var length = network.getAddress().length;
        return address.getAddress().length == length && first(address, length).equals(first(network, length));
    }

    private BigInteger first(InetAddress address, int length) {
        return new BigInteger(1, address.getAddress()).shiftRight(length * Byte.SIZE - bits);
    }
}
