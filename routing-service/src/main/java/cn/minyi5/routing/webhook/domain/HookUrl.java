package cn.minyi5.routing.webhook.domain;

import cn.minyi5.contracts.language.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** 回调地址. Where a department's system listens: by https, or by http on the same machine where that is allowed. */
public record HookUrl(URI uri) {

    public static final int LONGEST = 500;

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * A name is looked up when something is sent to it, each time anew: what it means today may be another machine
     * tomorrow.
     *
     * @throws Refusal {@code webhook.url-malformed}
     */
    public static HookUrl of(String written) {
        try {
            var uri = new URI(written);
            var scheme = String.valueOf(uri.getScheme());
            if (written.length() > LONGEST
                    || !scheme.equals("https") && !scheme.equals("http")
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || uri.getPort() == 0
                    || uri.getPort() > 0xFFFF) {
                throw malformed(written);
            }
            return new HookUrl(uri);
        } catch (URISyntaxException e) {
            throw malformed(written);
        }
    }

    public boolean isPlain() {
        return uri.getScheme().equals("http");
    }

    /** Without the brackets of an address of IPv6. */
    public String host() {
        return uri.getHost().replaceAll("^\\[|]$", "");
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : isPlain() ? HTTP : HTTPS;
    }

    /** Path and query. */
    public String path() {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /**
     * What can be said before anybody is asked what the name of its host means.
     *
     * @throws Refusal {@code webhook.address-not-allowed}
     */
    public void requireAllowed(AllowedAddresses allowed) {
        if (host().contains(":") || ADDRESS.matcher(host()).matches()) {
            try {
                requireAllowed(InetAddress.getByName(host()), allowed);
            } catch (UnknownHostException e) {
                throw malformed(uri.toString());
            }
        } else if (isPlain() && !host().equals("localhost")) {
            throw Refusal.invalid("webhook.address-not-allowed", "url").with("value", host());
        }
    }

    /** @throws Refusal {@code webhook.address-not-allowed} */
    public void requireAllowed(InetAddress address, AllowedAddresses allowed) {
        if (isPlain() ? !allowed.permitsPlain(address) : !allowed.permits(address)) {
            throw Refusal.invalid("webhook.address-not-allowed", "url").with("value", address.getHostAddress());
        }
    }

    private static Refusal malformed(String written) {
        return Refusal.invalid("webhook.url-malformed", "url").with("value", written);
    }
}
