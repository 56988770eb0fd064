package cn.minyi5.intake.request.application;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.privacy.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A request as it may be kept and told: open words, a masked citizen, and the particulars sealed.
 *
 * @param text without phone and identity numbers
 * @param note of the resolution, likewise
 * @param particulars absent where nothing leads to a person
 */
public record SealedRequest(
        CitizenRequest request,
        String text,
        @Nullable String note,
        MaskedCitizen citizen,
        @Nullable Sealed particulars) {}
