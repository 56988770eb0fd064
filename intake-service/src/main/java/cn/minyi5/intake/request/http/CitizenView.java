package cn.minyi5.intake.request.http;

import cn.minyi5.intake.request.application.Particulars;
import cn.minyi5.intake.request.application.RequestSealing;
import org.jspecify.annotations.Nullable;

/** The citizen, masked (王**, 138****5678, no address) or, for the team that took the request, in the clear. */
record CitizenView(
        boolean anonymous, boolean masked, @Nullable String name, @Nullable String phone, @Nullable String address) {

    static CitizenView of(Particulars particulars, boolean inFull) {
        if (inFull) {
            return new CitizenView(
                    particulars.anonymous(), false, particulars.name(), particulars.phone(), particulars.address());
        }
        var masked = RequestSealing.masked(particulars);
        return new CitizenView(masked.anonymous(), true, masked.name(), masked.phone(), null);
    }
}
