package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import io.smallrye.mutiny.Uni;

/** 渠道. A way to bring a message to a person. {@code IN_APP} needs none: written is delivered. */
interface Channel {

    ChannelCode code();

    /** Ends when the channel has taken it. Fails if it did not: then it is tried again. */
    Uni<Void> send(Parcel parcel);
}
