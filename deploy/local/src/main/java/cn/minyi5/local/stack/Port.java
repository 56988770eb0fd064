package cn.minyi5.local.stack;

import java.util.Locale;

/** What listens on the loopback address, and how far behind the base its port lies unless chosen otherwise. */
public enum Port {
    INTAKE(1, Stack.INTAKE),
    ROUTING(2, Stack.ROUTING),
    ESCALATION(3, Stack.ESCALATION),
    NOTIFICATION(4, Stack.NOTIFICATION),
    INTAKE_MANAGEMENT(11, Stack.INTAKE),
    ROUTING_MANAGEMENT(12, Stack.ROUTING),
    ESCALATION_MANAGEMENT(13, Stack.ESCALATION),
    NOTIFICATION_MANAGEMENT(14, Stack.NOTIFICATION),
    SMTP(25, Stack.MAIL),
    POSTGRES(32, Stack.POSTGRES),
    IMAP(43, Stack.MAIL),
    KEYCLOAK(80, Stack.KEYCLOAK),
    KAFKA(92, Stack.KAFKA),
    KAFKA_CONTROLLER(93, Stack.KAFKA);

    /** The part of the stack that listens there. */
    final String part;

    private final int offset;

    Port(int offset, String part) {
        this.offset = offset;
        this.part = part;
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
