package cn.minyi5.escalation.figures.messaging;

import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.escalation.figures.application.Departments;
import cn.minyi5.messaging.EventConsumer;
import cn.minyi5.messaging.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CatalogueConsumer implements EventConsumer {

    private final Departments departments;

    CatalogueConsumer(Departments departments) {
        this.departments = departments;
    }

    @Override
    public String group() {
        return "escalation.catalogue";
    }

    @Override
    public Reactions reactions() {
        return Reactions.on(
                Published.class,
                (received, tx) -> departments.put(tx, received.event().departments()));
    }
}
