package cn.minyi5.notification.delivery.application;

import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.template.domain.Text;
import java.util.UUID;

/** 消息. What one event gave occasion to tell. */
public record Message(UUID id, UUID eventId, Occasion occasion, Text text) {}
