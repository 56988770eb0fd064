package cn.minyi5.notification.recipient.messaging;

import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import cn.minyi5.notification.recipient.application.Departments;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns what departments are called. */
@ApplicationScoped
class CatalogueConsumer implements EventConsumer {

    private final Departments departments;

    CatalogueConsumer(Departments departments) {
        this.departments = departments;
    }

    @Override
    public String group() {
        return "notification.catalogue";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(CatalogueEvent.Published.class, (received, tx) -> {
            var names = received.event().departments().stream()
                    .collect(toMap(CatalogueEvent.Department::code, CatalogueEvent.Department::name, (a, b) -> b));
            return departments.keep(tx, names);
        });
    }
}
