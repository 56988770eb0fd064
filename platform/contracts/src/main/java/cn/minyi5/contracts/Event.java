package cn.minyi5.contracts;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Something that has happened and that other services may hear. When it happened is carried by the envelope. */
public sealed interface Event
        permits BulletinEvent,
                CalendarEvent,
                CatalogueEvent,
                ClockEvent,
                DeliveryEvent,
                HandoverEvent,
                ImportEvent,
                MasterDataEvent,
                NoticeEvent,
                RequestEvent,
                VisitMonthEvent,
                WorkOrderEvent {

    /** The id of the aggregate it happened to: the key that keeps the events of one aggregate in order. */
    String subject();

    /** The Kafka topic that carries all events of one kind of aggregate. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Topic {
        String value();
    }

    /** Its name on the wire, such as {@code work-order.signed.v1}. Changes are additive; a break is a new .v2. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Type {
        String value();
    }
}
