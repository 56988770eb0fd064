package cn.minyi5.notification.delivery.domain;

import cn.minyi5.notification.recipient.domain.Recipient;
import java.util.Optional;

/** 渠道. The ways to reach a person. */
public enum ChannelCode {
    /** 站内. Written is delivered: the inbox is read from where the message stands. */
    IN_APP,
    /** 电子邮件. */
    EMAIL;

    /** How this channel reaches the person; empty if it does not. */
    public Optional<String> addressOf(Recipient recipient) {
        return switch (this) {
            case IN_APP -> Optional.of(recipient.username());
            case EMAIL -> Optional.ofNullable(recipient.email());
        };
    }

    public boolean writtenIsDelivered() {
        return this == IN_APP;
    }
}
