package cn.minyi5.notification.delivery.http;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Moments as the county's people read them: Asia/Shanghai. */
final class Moments {

    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    static OffsetDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(COUNTY).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime localOrNull(@Nullable OffsetDateTime moment) {
        return moment == null ? null : local(moment);
    }
}
