package cn.minyi5.intake.request.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * 当事人信息. Everything about a request that leads to a person; only ever kept sealed.
 *
 * @param text as written, where the open text had numbers or the name struck out; likewise {@code note}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Particulars(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String text,
        @Nullable String note) {

    public static final Particulars NONE = new Particulars(null, null, null, null, null);

    @JsonIgnore
    public boolean anonymous() {
        return name == null && phone == null;
    }
}
