package cn.minyi5.intake.visit.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.CitizenRequest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 照片. Which attachments a submission hangs on its requests, and on the visit itself: each on one thing alone. */
public record VisitPhotos(List<VisitPhoto> photos) {

    /** Of one request. */
    public static final int MOST = 6;

    public static final VisitPhotos NONE = new VisitPhotos(List.of());

    /**
     * @param requestId null for the photo that says that the team was there
     * @param position among those of its request, from 1; null for that photo
     * @param field where it stands in the submission
     */
    public record VisitPhoto(UUID id, @Nullable UUID requestId, @Nullable Integer position, String field) {}

    public VisitPhotos {
        photos = List.copyOf(photos);
        var seen = new HashSet<UUID>();
        for (var photo : photos) {
            if (!seen.add(photo.id())) {
                throw Refusal.invalid("visit.attachment-twice", photo.field());
            }
            if (photo.position() != null && photo.position() > MOST) {
                throw Refusal.invalid("request.too-many-attachments", photo.field())
                        .with("most", MOST);
            }
        }
    }

    public boolean isEmpty() {
        return photos.isEmpty();
    }

    /** Of requests those that were settled on the spot and have none. */
    public Stream<CitizenRequest> without(List<CitizenRequest> requests) {
        return requests.stream().filter(request -> request.resolution() != null).filter(request -> photos.stream()
                .noneMatch(photo -> request.id().equals(photo.requestId())));
    }

    /** @param demanding categories of which whatever is settled on the spot needs one */
    public Refusal missing(List<CitizenRequest> requests, List<String> demanding) {
        var first = without(requests)
                .filter(request -> demanding.contains(request.categoryCode()))
                .findFirst()
                .orElseThrow();
        return Refusal.invalid("request.photo-missing", "requests[" + requests.indexOf(first) + "].attachments")
                .with("categoryCode", first.categoryCode());
    }

    /** @param unknown of the ids, those that the person may not hang on anything; at least one of ours */
    public Refusal refusal(List<UUID> unknown) {
        var first = photos.stream()
                .filter(photo -> unknown.contains(photo.id()))
                .findFirst()
                .orElseThrow();
        return Refusal.invalid("visit.attachment-unknown", first.field());
    }
}
