package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.visit.domain.CheckIn;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.intake.visit.domain.VisitPhotos;
import cn.minyi5.intake.visit.domain.VisitPhotos.VisitPhoto;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit as the phone sends it, with all its requests. */
record VisitInput(
        @Schema(required = true, description = "made by the phone / 手机端生成") @Nullable UUID visitId,
        @Schema(required = true, pattern = "\\d{15}", maxLength = 15) @Nullable String gridCode,
        @Schema(required = true) @Nullable VisitForm form,
        @Schema(required = true) @Nullable OffsetDateTime startedAt,
        @Schema(maxItems = Visit.MOST_REQUESTS) @Nullable List<@Nullable RequestInput> requests,
        @Schema(description = "where the phone says that it began / 手机定位") @Nullable CheckInInput checkIn,
        @Schema(description = "an attachment that shows where / 签到照片，须先上传") @Nullable UUID checkInPhoto) {

    /** One request; without a contact the citizen is anonymous, without a resolution it is forwarded. */
    record RequestInput(
            @Schema(required = true, description = "made by the phone / 手机端生成") @Nullable UUID requestId,
            @Schema(required = true, maxLength = CitizenRequest.LONGEST_CATEGORY) @Nullable String categoryCode,
            @Schema(required = true, maxLength = CitizenRequest.LONGEST_TEXT) @Nullable String text,
            @Schema(description = "absent: as the rules propose / 不填则按规则定级") @Nullable Urgency urgency,
            @Nullable ContactInput contact,
            @Nullable ResolutionInput resolution,
            @Schema(description = "only of ZX02: for the body that the installation names / 反映督查部门本身，转交指定机构") @Nullable
                    Boolean aboutSupervisionOffice,
            @Schema(maxItems = VisitPhotos.MOST, description = "uploaded before / 照片，须先上传") @Nullable
                    List<@Nullable UUID> attachments) {

        CitizenRequest toRequest() {
            return new CitizenRequest(
                    required(requestId, "requestId"),
                    CitizenRequest.checkedCategory(required(categoryCode, "categoryCode")),
                    urgency,
                    CitizenRequest.checkedText(text == null ? "" : text),
                    contact == null ? null : Contact.of(contact.name(), contact.phone(), contact.address()),
                    resolution == null ? null : OnSpotResolution.of(resolution.note()),
                    Boolean.TRUE.equals(aboutSupervisionOffice));
        }
    }

    record CheckInInput(
            @Schema(required = true, minimum = "-90", maximum = "90") @Nullable Double latitude,
            @Schema(required = true, minimum = "-180", maximum = "180") @Nullable Double longitude,
            @Schema(required = true, minimum = "0", maximum = "100000") @Nullable Double accuracyMeters) {

        CheckIn toCheckIn() {
            return new CheckIn(
                    required(latitude, "checkIn.latitude"),
                    required(longitude, "checkIn.longitude"),
                    required(accuracyMeters, "checkIn.accuracyMeters"));
        }
    }

    record ContactInput(
            @Schema(maxLength = Contact.LONGEST_NAME) @Nullable String name,
            @Schema(maxLength = Contact.Phone.LONGEST) @Nullable String phone,
            @Schema(maxLength = Contact.LONGEST_ADDRESS) @Nullable String address) {}

    record ResolutionInput(@Schema(required = true, maxLength = OnSpotResolution.LONGEST_NOTE) @Nullable String note) {}

    static Visit toVisit(@Nullable VisitInput input) {
        var given = required(input, "");
        return new Visit(
                required(given.visitId, "visitId"),
                new GridCode(required(given.gridCode, "gridCode")),
                required(given.form, "form"),
                required(given.startedAt, "startedAt").toInstant(),
                given.requests == null ? List.of() : citizenRequests(given.requests),
                given.checkIn == null ? null : given.checkIn.toCheckIn());
    }

    /** Of a visit that is one. */
    static VisitPhotos toPhotos(@Nullable VisitInput input) {
        var given = required(input, "");
        var photos = new ArrayList<VisitPhoto>();
        if (given.checkInPhoto != null) {
            photos.add(new VisitPhoto(given.checkInPhoto, null, null, "checkInPhoto"));
        }
        var requests = given.requests == null ? List.<@Nullable RequestInput>of() : given.requests;
        for (int at = 0; at < requests.size(); at++) {
            photos.addAll(photos(required(requests.get(at), ""), "requests[" + at + "].attachments"));
        }
        return new VisitPhotos(photos);
    }

    private static List<VisitPhoto> photos(RequestInput request, String field) {
        var photos = new ArrayList<VisitPhoto>();
        for (var id : request.attachments == null ? List.<@Nullable UUID>of() : request.attachments) {
            var place = field + "[" + photos.size() + "]";
            photos.add(new VisitPhoto(required(id, place), request.requestId, photos.size() + 1, place));
        }
        return photos;
    }

    private static List<CitizenRequest> citizenRequests(List<@Nullable RequestInput> inputs) {
        var requests = new ArrayList<CitizenRequest>(inputs.size());
        for (var input : inputs) {
            var place = "requests[" + requests.size() + "]";
            try {
                requests.add(required(input, "").toRequest());
            } catch (Refusal refusal) {
                throw refusal.at(
                        refusal.field() == null || refusal.field().isEmpty() ? place : place + "." + refusal.field());
            }
        }
        return requests;
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("input.missing", field);
        }
        return value;
    }
}
