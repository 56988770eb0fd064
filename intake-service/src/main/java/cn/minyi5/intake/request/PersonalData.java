package cn.minyi5.intake.request;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.privacy.Masking;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 当事人信息. Everything about a request that leads to a person; only ever stored encrypted, as JSON.
 *
 * @param text as written, where numbers or the name were struck out of the readable text; likewise {@code note}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonalData(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String text,
        @Nullable String note) {

    public static final PersonalData NONE = new PersonalData(null, null, null, null, null);

    @JsonIgnore
    public boolean anonymous() {
        return name == null && phone == null;
    }

    /** The names of those parts that are there. */
    List<String> parts() {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("name", name);
        values.put("phone", phone);
        values.put("address", address);
        values.put("text", text);
        values.put("note", note);
        values.values().removeIf(Objects::isNull);
        return List.copyOf(values.keySet());
    }

    /** What everybody who may see the request sees: 王**, 138****5678. */
    PersonalData masked() {
        return new PersonalData(
                name == null ? null : Masking.name(name),
                phone == null ? null : Masking.phone(phone),
                null,
                null,
                null);
    }

    /** What somebody wrote about it, without name and address. */
    public String struckFrom(String words) {
        return Masking.text(words, name, address);
    }

    public MaskedCitizen citizen() {
        var masked = masked();
        return new MaskedCitizen(anonymous(), masked.name, masked.phone);
    }
}
