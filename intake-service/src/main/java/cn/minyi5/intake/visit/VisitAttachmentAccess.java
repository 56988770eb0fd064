package cn.minyi5.intake.visit;

import cn.minyi5.access.Actor;
import cn.minyi5.intake.attachment.RecordAccess;
import cn.minyi5.intake.attachment.domain.Attachment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** The check-in photo of a visit is for the eyes that the visit is for. */
@ApplicationScoped
class VisitAttachmentAccess implements RecordAccess {

    private final VisitQueries visits;

    VisitAttachmentAccess(VisitQueries visits) {
        this.visits = visits;
    }

    @Override
    public Uni<Boolean> maySee(Attachment attachment, Actor actor) {
        var visitId = attachment.visitId();
        return visitId == null
                ? Uni.createFrom().item(false)
                : visits.find(visitId, actor).map(Objects::nonNull);
    }
}
