package cn.minyi5.routing.workorder.http;

import cn.minyi5.contracts.language.Refusal;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * What may come along with any transition.
 *
 * @param key of this submission: sent again with it, the first answer comes back
 * @param seenVersion the order's version that the decision was made on, as an ETag
 */
record TransitionHeaders(
        @RestHeader("Idempotency-Key") @Nullable String key, @RestHeader("If-Match") @Nullable String seenVersion) {

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

    /** @throws Refusal {@code work-order.version-malformed} */
    @Nullable
    Integer version() {
        if (seenVersion == null || seenVersion.isBlank() || seenVersion.equals("*")) {
            return null;
        }
        var version = ETAG.matcher(seenVersion.strip());
        if (!version.matches()) {
            throw Refusal.invalid("work-order.version-malformed", "If-Match").with("value", seenVersion);
        }
        return Integer.valueOf(version.group(1));
    }
}
