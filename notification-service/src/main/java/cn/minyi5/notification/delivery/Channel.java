package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.template.domain.Text;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** 渠道. A way to bring a message to a person. {@code IN_APP} needs none: written is delivered. */
interface Channel {

    /**
     * A delivery in the hands of this copy, until its lease runs out.
     *
     * @param id of the delivery
     * @param tries this one included, from 1
     * @param about the id of the work order or document
     */
    record Parcel(UUID id, String recipient, ChannelCode channel, String address, Text text, String about, int tries) {}

    ChannelCode code();

    /** Ends when the channel has taken it. Fails if it did not: then it is tried again. */
    Uni<Void> send(Parcel parcel);
}
