package cn.minyi5.notification.delivery.application;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.domain.Audience;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.WhoHears;
import cn.minyi5.notification.recipient.application.Departments;
import cn.minyi5.notification.recipient.application.Recipients;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.template.domain.Names;
import cn.minyi5.notification.template.domain.Occasion;
import cn.minyi5.notification.template.domain.Wording;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the message of an occasion and one delivery for each person and channel, in the caller's transaction. */
@ApplicationScoped
public class TellPeople {

    private final Recipients recipients;
    private final Departments departments;
    private final Deliveries deliveries;

    TellPeople(Recipients recipients, Departments departments, Deliveries deliveries) {
        this.recipients = recipients;
        this.departments = departments;
        this.deliveries = deliveries;
    }

    /** @param eventId the event that gave the occasion: it is told of once */
    public Uni<Void> handle(Transaction tx, UUID eventId, Occasion occasion) {
        return hearers(tx, WhoHears.of(occasion))
                .flatMap(hearers -> hearers.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : departments.names(tx).map(Names::new).flatMap(names -> {
                            var text = Wording.of(occasion, names);
                            var message = new Message(UuidCreator.getTimeOrderedEpoch(), eventId, occasion, text);
                            return write(tx, message, deliveriesTo(hearers));
                        }));
    }

    /** Everybody once, also who hears in two capacities. */
    private Uni<Collection<Recipient>> hearers(Transaction tx, List<Audience> audiences) {
        return Multi.createFrom()
                .iterable(audiences)
                .onItem()
                .transformToUniAndConcatenate(audience -> recipients
                        .of(tx, audience.role(), audience.department(), audience.team())
                        .map(people ->
                                people.stream().filter(audience::includes).toList()))
                .collect()
                .in(
                        LinkedHashMap<String, Recipient>::new,
                        (all, some) -> some.forEach(one -> all.put(one.username(), one)))
                .map(LinkedHashMap::values);
    }

    private static List<Delivery> deliveriesTo(Collection<Recipient> hearers) {
        return hearers.stream().flatMap(TellPeople::deliveriesTo).toList();
    }

    private static Stream<Delivery> deliveriesTo(Recipient hearer) {
        return Arrays.stream(ChannelCode.values()).flatMap(channel -> channel.addressOf(hearer).stream()
                .map(address -> new Delivery(UuidCreator.getTimeOrderedEpoch(), hearer.username(), channel, address)));
    }

    private Uni<Void> write(Transaction tx, Message message, List<Delivery> all) {
        var done = all.stream()
                .filter(delivery -> delivery.channel().writtenIsDelivered())
                .map(delivery -> receipt(message, delivery))
                .toList();
        return deliveries
                .add(tx, message, all)
                .flatMap(added -> added
                        ? OldOutbox.append(tx, done, tx.now())
                        : Uni.createFrom().voidItem());
    }

    private static DeliveryEvent.Succeeded receipt(Message message, Delivery delivery) {
        return new DeliveryEvent.Succeeded(
                delivery.id(),
                delivery.recipient(),
                delivery.channel().name(),
                message.occasion().about().toString());
    }
}
