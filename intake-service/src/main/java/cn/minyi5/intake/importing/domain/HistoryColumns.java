package cn.minyi5.intake.importing.domain;

import java.util.List;

/** The columns of a history file, in their order. */
public final class HistoryColumns {

    public static final List<String> ALL = List.of(
            "visit_ref",
            "request_ref",
            "grid_code",
            "visited_at",
            "form",
            "category_code",
            "text",
            "contact_name",
            "contact_phone",
            "outcome",
            "resolution_note",
            "forwarded_at",
            "dispatched_at",
            "signed_at",
            "replied_at",
            "result_code",
            "reply_text",
            "accepted_at",
            "followed_up_at",
            "solved",
            "satisfied");

    /** Those that only a forwarded request can have. */
    public static final List<String> OF_A_LIFE = ALL.subList(ALL.indexOf("forwarded_at"), ALL.size());

    private HistoryColumns() {}
}
