package cn.minyi5.local.stack;

import java.util.Locale;

/** What listens on the loopback address, and how far behind the base its port lies unless chosen otherwise. */
public enum Port {
    INTAKE(1),
    ROUTING(2),
    ESCALATION(3),
    NOTIFICATION(4),
    SMTP(25),
    POSTGRES(32),
    IMAP(43),
    KEYCLOAK(80),
    KAFKA(92),
    KAFKA_CONTROLLER(93);

    private final int offset;

    Port(int offset) {
        this.offset = offset;
    }

    int from(int base) {
        return base + offset;
    }

    /** As in files and options: {@code kafka-controller}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that chooses it: {@code MINYI5_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "MINYI5_PORT_" + name();
    }
}
