package cn.minyi5.routing.webhook;

import cn.minyi5.routing.webhook.domain.AllowedAddresses;
import cn.minyi5.routing.webhook.domain.AttemptOutcome;
import cn.minyi5.routing.webhook.domain.HookUrl;
import io.smallrye.mutiny.Uni;

/** The way out to departments' systems. */
public interface WebhookTransport {

    /**
     * What is sent, with the headers of Standard Webhooks.
     *
     * @param timestamp in seconds since 1970
     */
    record SignedMessage(HookUrl url, String id, long timestamp, String signature, String body) {}

    /** Tries once; fails if there was no answer. */
    Uni<AttemptOutcome> send(SignedMessage message, AllowedAddresses allowed);
}
