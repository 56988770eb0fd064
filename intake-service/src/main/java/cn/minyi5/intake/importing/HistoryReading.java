package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of history and refuses what cannot have been.
 *
 * @param now nothing happened after it
 * @param teams who walks the grids that are known and lie in the jurisdiction, by grid code; empty where nobody does
 * @param categories those that are known
 */
record HistoryReading(Instant now, Map<String, String> teams, Set<String> categories) {

    static final List<String> COLUMNS = List.of(("visit_ref,request_ref,grid_code,visited_at,form,category_code,text,"
                    + "contact_name,contact_phone,outcome,resolution_note,forwarded_at,dispatched_at,signed_at,"
                    + "replied_at,result_code,reply_text,accepted_at,followed_up_at,solved,satisfied")
            .split(","));

    /** Those that only a forwarded request can have. */
    private static final List<String> COLUMNS_OF_A_LIFE =
            COLUMNS.subList(COLUMNS.indexOf("forwarded_at"), COLUMNS.size());

    private static final int LONGEST_REF = 100;
    private static final int LONGEST_REPLY = 4000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** A row as it came and what it means. */
    record ReadRow(SheetRow row, HistoryRow history) {}

    /** Reads the rows of whole visits, and sees to it that the rows of one visit agree. */
    CheckedRows<ReadRow> check(List<SheetRow> rows) {
        var ofVisit = new HashMap<String, List<HistoryRow>>();
        return CheckedRows.check(
                rows,
                row -> {
                    var history = read(row);
                    var same = ofVisit.computeIfAbsent(history.visitRef(), ref -> new ArrayList<>());
                    same.stream().findFirst().ifPresent(history::refuseUnlessSameVisitAs);
                    if (same.size() >= Visit.MOST_REQUESTS) {
                        throw Refusal.invalid("visit.too-many-requests", "visit_ref")
                                .with("most", Visit.MOST_REQUESTS);
                    }
                    same.add(history);
                    return new ReadRow(row, history);
                },
                read -> read.history().requestRef());
    }

    private HistoryRow read(SheetRow row) {
        var outcome = row.oneOf("outcome", Outcome.class);
        return new HistoryRow(
                row.required("visit_ref", LONGEST_REF),
                row.required("request_ref", LONGEST_REF),
                grid(row),
                moment(row, "visited_at"),
                row.oneOf("form", VisitForm.class),
                category(row),
                CitizenRequest.checkedText(row.cell("text")),
                contact(row),
                outcome == Outcome.RESOLVED_ON_SPOT ? resolution(row) : null,
                outcome == Outcome.FORWARDED ? life(row) : null);
    }

    private GridCode grid(SheetRow row) {
        var grid = row.as("grid_code", GridCode::new);
        var team = teams.get(grid.value());
        if (team == null) {
            throw Refusal.invalid("grid.unknown", "grid_code").with("gridCode", grid.value());
        }
        if (team.isEmpty()) {
            throw Refusal.invalid("grid.without-team", "grid_code").with("gridCode", grid.value());
        }
        return grid;
    }

    private String category(SheetRow row) {
        var code = row.required("category_code");
        if (!categories.contains(code)) {
            throw Refusal.invalid("request.category-unknown", "category_code").with("categoryCode", code);
        }
        return code;
    }

    private static @Nullable Contact contact(SheetRow row) {
        if (row.optional("contact_name") == null && row.optional("contact_phone") == null) {
            return null;
        }
        return inColumns(() -> Contact.of(row.optional("contact_name"), row.optional("contact_phone"), null));
    }

    private static OnSpotResolution resolution(SheetRow row) {
        for (var column : COLUMNS_OF_A_LIFE) {
            if (row.optional(column) != null) {
                throw Refusal.invalid("history.outcome-contradicts", column);
            }
        }
        return inColumns(() -> OnSpotResolution.of(row.optional("resolution_note")));
    }

    private PastLife life(SheetRow row) {
        if (row.optional("resolution_note") != null) {
            throw Refusal.invalid("history.outcome-contradicts", "resolution_note");
        }
        return new PastLife(
                moment(row, "forwarded_at"),
                moment(row, "dispatched_at"),
                optionalMoment(row, "signed_at"),
                optionalMoment(row, "replied_at"),
                reply(row),
                optionalMoment(row, "accepted_at"),
                optionalMoment(row, "followed_up_at"),
                echo(row));
    }

    private static PastLife.@Nullable Reply reply(SheetRow row) {
        if (row.optional("result_code") == null && row.optional("reply_text") == null) {
            return null;
        }
        var text = row.as(
                "reply_text", cell -> FreeText.checked(cell, LONGEST_REPLY, "history.reply-too-long", "reply_text"));
        return new PastLife.Reply(row.oneOf("result_code", ResultCode.class), text);
    }

    private static PastLife.@Nullable Echo echo(SheetRow row) {
        if (row.optional("solved") == null && row.optional("satisfied") == null) {
            return null;
        }
        return new PastLife.Echo(row.oneOf("solved", Answer.class), row.oneOf("satisfied", Answer.class));
    }

    private @Nullable Instant optionalMoment(SheetRow row, String column) {
        return row.optional(column) == null ? null : moment(row, column);
    }

    private Instant moment(SheetRow row, String column) {
        return row.as(column, cell -> {
            var moment = CountyTime.parsed(
                            cell, OffsetDateTime::parse, () -> Refusal.invalid("history.time-malformed", column))
                    .toInstant();
            if (moment.isBefore(EARLIEST)) {
                throw Refusal.invalid("history.time-too-early", column);
            }
            if (moment.isAfter(now)) {
                throw Refusal.invalid("history.time-in-future", column);
            }
            return moment;
        });
    }

    /** {@code contact.phone} is the column {@code contact_phone}. */
    private static <T> T inColumns(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            var field = refusal.field();
            throw refusal.at(field == null ? "" : field.equals("contact") ? "contact_phone" : field.replace('.', '_'));
        }
    }
}
