package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.Event;
import cn.minyi5.messaging.Reaction;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.WhoHears;
import cn.minyi5.notification.recipient.Recipients;
import cn.minyi5.notification.recipient.domain.Audience;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.template.domain.Names;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the messages of what there is to tell, and one delivery for each person and channel, in this transaction. */
@ApplicationScoped
public class TellPeople {

    /** By hand: messages and deliveries of a whole batch in one statement; an event told of before tells nobody twice. */
    private static final String STORE =
            """
            with told as (
                insert into message (id, event_id, occasion, about, place, confidential, subject, body, written_at)
                select *, $15::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[],
                    $7::text[], $8::text[])
                on conflict (event_id) do nothing returning id)
            insert into delivery (id, message_id, recipient, channel, address, state, next_try_at, ended_at)
            select d.id, message_id, recipient, channel, address, case when arrived then 'SUCCEEDED' else 'WAITING' end,
                case when not arrived then $15::timestamptz end, case when arrived then $15::timestamptz end
            from unnest($9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::boolean[])
                     as d (id, message_id, recipient, channel, address, arrived)
            join told on told.id = d.message_id""";

    private final Recipients recipients;
    private final DepartmentNames names;
    private final Sql sql;

    TellPeople(Recipients recipients, DepartmentNames names, Sql sql) {
        this.recipients = recipients;
        this.names = names;
        this.sql = sql;
    }

    /** One thing to tell people. @param eventId the event that gave rise to it: it is told of once */
    public record Telling(UUID eventId, NotificationTrigger trigger) {}

    private record Message(UUID id, UUID eventId, NotificationTrigger trigger, Text text) {

        /** Nothing that is confidential can be found by what was told of it: it is about itself. */
        String about() {
            return (trigger.confidential() ? id : trigger.about()).toString();
        }
    }

    private record Addressed(UUID id, Message message, String recipient, ChannelCode channel, String address) {}

    /** A reaction that tells what each event gives rise to; null: nothing. */
    public <E extends Event> Reaction<E> reaction(Function<Received<E>, @Nullable NotificationTrigger> trigger) {
        return (received, now) -> tell(
                received.stream()
                        .flatMap(one -> Stream.ofNullable(trigger.apply(one)).map(it -> new Telling(one.id(), it)))
                        .toList(),
                now);
    }

    public Uni<Void> tell(List<Telling> tellings, Instant now) {
        if (tellings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var audiences = of(
                tellings, trigger -> Stream.concat(WhoHears.of(trigger).stream(), WhoHears.instead(trigger).stream()));
        var codes = of(tellings, trigger -> trigger.codes().stream());
        return Uni.combine()
                .all()
                .unis(recipients.candidatesFor(audiences), names.of(codes))
                .with((candidates, called) -> tellings.stream()
                        .flatMap(telling -> deliveries(
                                telling,
                                candidates,
                                DepartmentNames.at(telling.trigger().place(), called)))
                        .toList())
                .flatMap(deliveries -> deliveries.isEmpty() ? Uni.createFrom().voidItem() : store(deliveries, now));
    }

    private static <T> Set<T> of(List<Telling> tellings, Function<NotificationTrigger, Stream<T>> what) {
        return tellings.stream().map(Telling::trigger).flatMap(what).collect(Collectors.toSet());
    }

    /** Where nobody is found to hear it, the desk or the administrators hear that (DOMAIN §5). */
    private static Stream<Addressed> deliveries(Telling telling, List<Recipient> candidates, Names names) {
        var trigger = telling.trigger();
        var hearers = hearers(WhoHears.of(trigger), candidates);
        return hearers.isEmpty()
                ? deliveries(
                        telling.eventId(), trigger.nobodyFound(), hearers(WhoHears.instead(trigger), candidates), names)
                : deliveries(telling.eventId(), trigger, hearers, names);
    }

    private static List<Recipient> hearers(List<Audience> audiences, List<Recipient> candidates) {
        return candidates.stream()
                .filter(candidate -> audiences.stream().anyMatch(audience -> audience.includes(candidate)))
                .toList();
    }

    private static Stream<Addressed> deliveries(
            UUID eventId, NotificationTrigger trigger, List<Recipient> hearers, Names names) {
        var message = new Message(UuidCreator.getTimeOrderedEpoch(), eventId, trigger, trigger.text(names));
        return hearers.stream().flatMap(hearer -> deliveries(message, hearer));
    }

    private static Stream<Addressed> deliveries(Message message, Recipient hearer) {
        return Arrays.stream(ChannelCode.values()).flatMap(channel -> channel.addressOf(hearer).stream()
                .map(address -> new Addressed(
                        UuidCreator.getTimeOrderedEpoch(), message, hearer.username(), channel, address)));
    }

    /** What nobody hears is not written. */
    private Uni<Void> store(List<Addressed> deliveries, Instant now) {
        var messages = deliveries.stream().map(Addressed::message).distinct().toList();
        return sql.update(
                        STORE,
                        column(messages, Message::id),
                        column(messages, Message::eventId),
                        column(messages, message -> message.trigger().kind()),
                        column(messages, Message::about),
                        column(messages, message -> message.trigger().listedAt()),
                        column(messages, message -> message.trigger().confidential()),
                        column(messages, message -> message.text().subject()),
                        column(messages, message -> message.text().body()),
                        column(deliveries, Addressed::id),
                        column(deliveries, delivery -> delivery.message().id()),
                        column(deliveries, Addressed::recipient),
                        column(deliveries, Addressed::channel),
                        column(deliveries, Addressed::address),
                        column(deliveries, delivery -> delivery.channel().writtenIsDelivered()),
                        now)
                .replaceWithVoid();
    }

    private static <T> List<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().<@Nullable Object>map(value).toList();
    }
}
