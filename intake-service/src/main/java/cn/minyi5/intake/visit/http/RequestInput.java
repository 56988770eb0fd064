package cn.minyi5.intake.visit.http;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.OnSpotResolution;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One request; without a contact the citizen is anonymous, without a resolution it is forwarded. */
record RequestInput(
        @Schema(required = true, description = "made by the phone / 手机端生成") @Nullable UUID requestId,
        @Schema(required = true) @Nullable String categoryCode,
        @Schema(required = true, maxLength = CitizenRequest.LONGEST_TEXT) @Nullable String text,
        @Schema(defaultValue = "NORMAL") @Nullable Urgency urgency,
        @Nullable ContactInput contact,
        @Nullable ResolutionInput resolution) {

    private static final int LONGEST_CODE = 20;

    record ContactInput(@Nullable String name, @Nullable String phone, @Nullable String address) {}

    record ResolutionInput(@Schema(required = true) @Nullable String note) {}

    CitizenRequest toRequest() {
        return new CitizenRequest(
                Required.of(requestId, "requestId"),
                category(),
                urgency == null ? Urgency.NORMAL : urgency,
                text == null ? "" : text,
                contact == null ? null : Contact.of(contact.name(), contact.phone(), contact.address()),
                resolution == null ? null : OnSpotResolution.of(resolution.note()));
    }

    /** What cannot be a code is as unknown as a code that nobody loaded. */
    private String category() {
        var code = Required.of(categoryCode, "categoryCode");
        if (code.length() > LONGEST_CODE || !code.chars().allMatch(Character::isLetterOrDigit)) {
            throw Refusal.invalid("request.category-unknown", "categoryCode").with("categoryCode", "");
        }
        return code;
    }
}
