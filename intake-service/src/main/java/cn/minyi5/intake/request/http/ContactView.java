package cn.minyi5.intake.request.http;

import cn.minyi5.intake.request.application.Particulars;
import org.jspecify.annotations.Nullable;

/** A contact in the clear. */
record ContactView(@Nullable String name, @Nullable String phone, @Nullable String address) {

    static ContactView of(Particulars particulars) {
        return new ContactView(particulars.name(), particulars.phone(), particulars.address());
    }
}
