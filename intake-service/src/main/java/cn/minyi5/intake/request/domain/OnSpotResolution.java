package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** 现场解决. How it was settled during the visit; 1 to 2000 characters. */
public record OnSpotResolution(String note) {

    public static final int LONGEST_NOTE = 2000;

    public static OnSpotResolution of(@Nullable String note) {
        if (note == null || note.isBlank()) {
            throw Refusal.invalid("resolution.note-missing", "resolution.note");
        }
        return new OnSpotResolution(
                FreeText.checked(note, LONGEST_NOTE, "resolution.note-too-long", "resolution.note"));
    }
}
