package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.VisitForm;
import cn.minyi5.intake.importing.domain.HistoryRow;
import cn.minyi5.intake.importing.domain.KnownCatalogue;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.CitizenRequest.OnSpotResolution;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of history and refuses what cannot have been.
 *
 * @param now nothing happened after it
 * @param cutOver nor did anything that the file tells of
 * @param teams who walks the grids that are known and lie in the jurisdiction, by grid code; empty where nobody does
 * @param categories those that are known
 * @param catalogues those of the jurisdiction
 */
record HistoryReading(
        Instant now,
        Instant cutOver,
        Map<String, String> teams,
        Set<String> categories,
        List<KnownCatalogue> catalogues) {

    static final List<String> COLUMNS = List.of(("visit_ref,request_ref,grid_code,visited_at,form,category_code,text,"
                    + "contact_name,contact_phone,outcome,resolution_note,forwarded_at,dispatched_at,signed_at,"
                    + "replied_at,result_code,reply_text,accepted_at,followed_up_at,solved,satisfied")
            .split(","));

    /** Those that a file need not have. A row with a {@code step} is one more step of the request that it names. */
    private static final List<String> MORE_COLUMNS = List.of(
            "lead,assisting,channel,external_number,former_number,step,step_at,step_department,step_words".split(","));

    static final List<String> ALL_COLUMNS =
            Stream.concat(COLUMNS.stream(), MORE_COLUMNS.stream()).toList();

    /** Those that only a forwarded request can have. */
    private static final List<String> COLUMNS_OF_A_LIFE =
            ALL_COLUMNS.subList(COLUMNS.indexOf("forwarded_at"), ALL_COLUMNS.size());

    private static final int LONGEST_REF = 100;

    /** A row as it came, with those of its later steps, and what they mean. */
    record ReadRow(SheetRow row, List<SheetRow> steps, HistoryRow history) {

        int rows() {
            return 1 + steps.size();
        }

        /** None is taken without the others. */
        List<RefusedRow> refused(Refusal why) {
            return Stream.concat(Stream.of(new RefusedRow(row, why)), withIt(steps, row))
                    .toList();
        }
    }

    /** Reads the rows of whole visits, and sees to it that the rows of one visit agree. */
    CheckedRows<ReadRow> check(List<SheetRow> rows) {
        var steps = rows.stream()
                .filter(row -> row.optional("step") != null)
                .collect(
                        Collectors.groupingBy(row -> row.cell("request_ref"), LinkedHashMap::new, Collectors.toList()));
        var asked =
                asked(rows.stream().filter(row -> row.optional("step") == null).toList());
        var good = new ArrayList<ReadRow>();
        var refused = new ArrayList<>(asked.refused());
        for (var read : asked.good()) {
            var whole = withSteps(read, steps.getOrDefault(read.history().requestRef(), List.of()), refused);
            whole.ifPresent(good::add);
            steps.remove(read.history().requestRef());
        }
        for (var row : asked.refused()) {
            var ofIt = Objects.requireNonNullElse(steps.remove(row.row().cell("request_ref")), List.<SheetRow>of());
            withIt(ofIt, row.row()).forEach(refused::add);
        }
        steps.values().stream()
                .flatMap(List::stream)
                .map(row -> new RefusedRow(row, Refusal.invalid("history.step-of-nothing", "request_ref")))
                .forEach(refused::add);
        return new CheckedRows<>(good, refused);
    }

    /** Empty if one of the steps cannot have been: then the whole request is refused. */
    private Optional<ReadRow> withSteps(ReadRow read, List<SheetRow> steps, List<RefusedRow> refused) {
        var history = read.history();
        for (var row : steps) {
            try {
                row.refuseUnreadable();
                history = history.then(orders().step(row, history.confidential()));
            } catch (Refusal why) {
                refused.add(new RefusedRow(row, why));
                var others =
                        Stream.concat(Stream.of(read.row()), steps.stream()).filter(other -> other != row);
                withIt(others.toList(), row).forEach(refused::add);
                return Optional.empty();
            }
        }
        return Optional.of(new ReadRow(read.row(), steps, history));
    }

    private static Stream<RefusedRow> withIt(List<SheetRow> others, SheetRow row) {
        return others.stream()
                .map(other -> new RefusedRow(
                        other, Refusal.invalid("history.other-row-refused", "").with("row", row.number())));
    }

    private CheckedRows<ReadRow> asked(List<SheetRow> rows) {
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
                    return new ReadRow(row, List.of(), history);
                },
                read -> read.history().requestRef());
    }

    private HistoryRow read(SheetRow row) {
        var outcome = row.oneOf("outcome", Outcome.class);
        return new HistoryRow(
                row.required("visit_ref", LONGEST_REF),
                row.required("request_ref", LONGEST_REF),
                grid(row),
                moments().of(row, "visited_at"),
                row.oneOf("form", VisitForm.class),
                category(row),
                CitizenRequest.checkedText(row.cell("text")),
                contact(row),
                outcome == Outcome.RESOLVED_ON_SPOT ? resolution(row) : null,
                outcome == Outcome.FORWARDED ? orders().read(row, grid(row)) : null);
    }

    private PastMoments moments() {
        return new PastMoments(now, cutOver);
    }

    private PastOrderReading orders() {
        return new PastOrderReading(moments(), catalogues);
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
