package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Channel;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 来源. By what way a request came to the county, and what it is called elsewhere.
 *
 * @param externalNumber of the platform that it came through, such as that of 12345
 * @param formerNumber what the order was called where it was kept before
 * @param importId with which it was brought along; null for one that began here
 */
@Embeddable
public record Source(
        Channel channel, @Nullable String externalNumber, @Nullable String formerNumber, @Nullable UUID importId) {

    /** 走访. */
    public static final Source WALK = new Source(Channel.WALK, null, null, null);

    /** Of a request that began here. @param channel null: it was taken on a visit */
    public static Source live(@Nullable Channel channel) {
        return channel == null ? WALK : new Source(channel, null, null, null);
    }
}
