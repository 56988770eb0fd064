package cn.minyi5.intake.masterdata.http;

import cn.minyi5.intake.masterdata.LoadedSheet;
import cn.minyi5.intake.masterdata.LoadedSheet.Change;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CheckedRowsView.RefusedRowView;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet would do if it were loaded.
 *
 * @param accepted rows that would be taken
 * @param added codes that are not there yet
 * @param changed codes of which something would be otherwise
 * @param changes of both the first, by code
 */
public record CheckedSheetView(
        int accepted, List<RefusedRowView> refused, int added, int changed, List<ChangeView> changes) {

    /** More than anybody reads; a sheet may change as many codes as it has rows. */
    private static final int MOST_SHOWN = 200;

    /** @param before null: it is not there yet */
    public record ChangeView(String code, @Nullable Map<String, Object> before, Map<String, Object> after) {

        static ChangeView of(Change change) {
            var before = change.before();
            return new ChangeView(
                    change.code(),
                    before == null ? null : before.getMap(),
                    change.after().getMap());
        }
    }

    public static CheckedSheetView of(LoadedSheet<? extends CheckedRows<?>> loaded, HttpHeaders headers) {
        var changes = loaded.changes();
        var said = CheckedRowsView.of(loaded.read(), headers);
        var added =
                (int) changes.stream().filter(change -> change.before() == null).count();
        return new CheckedSheetView(
                said.accepted(),
                said.refused(),
                added,
                changes.size() - added,
                changes.stream()
                        .sorted(Comparator.comparing(Change::code))
                        .limit(MOST_SHOWN)
                        .map(ChangeView::of)
                        .toList());
    }
}
