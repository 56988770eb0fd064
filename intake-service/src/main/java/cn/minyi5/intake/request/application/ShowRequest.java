package cn.minyi5.intake.request.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.request.domain.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows one request, as much of it as is for the reader's eyes. */
@ApplicationScoped
public class ShowRequest {

    private final Requests requests;
    private final RequestSealing sealing;

    ShowRequest(Requests requests, RequestSealing sealing) {
        this.requests = requests;
        this.sealing = sealing;
    }

    /** Particulars are to be shown masked unless {@code inFull}. */
    public record Shown(RecordedRequest request, Particulars particulars, boolean inFull) {}

    /** @throws Refusal {@code request.unknown} */
    public Uni<Shown> handle(UUID id, Actor actor) {
        var reader = RequestReaders.of(actor);
        return requests.find(id).map(found -> {
            var sight = found == null ? Sight.NOTHING : reader.of(found.request());
            if (found == null || sight == Sight.NOTHING) {
                throw Refusal.notFound("request.unknown");
            }
            return new Shown(found.request(), sealing.open(id, found.particulars()), sight == Sight.FULL);
        });
    }
}
