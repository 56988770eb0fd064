package cn.minyi5.intake.request;

import cn.minyi5.access.Actor;
import cn.minyi5.intake.attachment.RecordAccess;
import cn.minyi5.intake.attachment.domain.Attachment;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A picture of a request is for the eyes that the request is for. */
@ApplicationScoped
class RequestAttachmentAccess implements RecordAccess {

    private final Requests requests;

    RequestAttachmentAccess(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Uni<Boolean> maySee(Attachment attachment, Actor actor) {
        var requestId = attachment.requestId();
        if (requestId == null) {
            return Uni.createFrom().item(false);
        }
        var access = RequestAccess.of(actor);
        return requests.find(requestId)
                .map(found -> found != null && access.visibilityOf(found.tracked()) != Visibility.NOTHING);
    }
}
