package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.template.domain.Text;
import java.util.UUID;

/**
 * A delivery in the hands of this copy, until its lease runs out.
 *
 * @param id of the delivery
 * @param tries this one included, from 1
 * @param about the id of the work order or document
 */
record Parcel(UUID id, String recipient, ChannelCode channel, String address, Text text, String about, int tries) {}
