package cn.minyi5.intake.calendar.messaging;

import cn.minyi5.contracts.CalendarEvent;
import cn.minyi5.intake.calendar.CalendarYears;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns which days are worked. */
@ApplicationScoped
class CalendarConsumer {

    private final Reactions reactions;

    CalendarConsumer(Inbox inbox, CalendarYears years) {
        reactions = inbox.group("intake.calendar").to(CalendarEvent.YearPublished.class, years::keepAll);
    }

    @Incoming("calendar")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
