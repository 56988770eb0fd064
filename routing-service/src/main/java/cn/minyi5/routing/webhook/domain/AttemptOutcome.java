package cn.minyi5.routing.webhook.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 投递结果. What became of one try to tell a department's system something, as Standard Webhooks reads the answer. */
public sealed interface AttemptOutcome {

    /** What the system answered; null if it did not. */
    @Nullable
    Integer status();

    record Delivered(Integer status) implements AttemptOutcome {}

    /** 410: the system does not want to hear of anything any more. */
    record Gone(Integer status) implements AttemptOutcome {}

    /**
     * @param reason in a word, for whoever looks after that system
     * @param retryAfter how long it wants to be left alone
     */
    record Failed(@Nullable Integer status, String reason, @Nullable Duration retryAfter) implements AttemptOutcome {}

    /** @param retryAfter the header; a date in it is left aside, as many seconds are usual */
    static AttemptOutcome answered(int status, @Nullable String retryAfter) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        return status == 410 ? new Gone(status) : new Failed(status, "answered", seconds(retryAfter));
    }

    static AttemptOutcome unanswered(String reason) {
        return new Failed(null, reason, null);
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        return header != null && header.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : null;
    }
}
