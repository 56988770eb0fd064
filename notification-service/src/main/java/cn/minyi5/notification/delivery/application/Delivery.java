package cn.minyi5.notification.delivery.application;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import java.util.UUID;

/** 送达. One message on its way to one person by one channel. */
public record Delivery(UUID id, String recipient, ChannelCode channel, String address) {}
