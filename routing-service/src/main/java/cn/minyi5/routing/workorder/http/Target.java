package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.Attempt;
import cn.minyi5.web.Command;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * What every transition is told besides its body.
 *
 * @param key of this submission: sent again with it, the first answer comes back
 * @param seenVersion the order's version that the decision was made on, as an ETag
 */
record Target(
        @RestPath UUID id,
        @RestHeader("Idempotency-Key") @Nullable String key,
        @RestHeader("If-Match") @Nullable String seenVersion) {

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

    Attempt attempt(String operation, Actor actor, @Nullable Object body) {
        return new Attempt(id, new Command(actor, operation + "/" + id, key, body), version());
    }

    private @Nullable Integer version() {
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
