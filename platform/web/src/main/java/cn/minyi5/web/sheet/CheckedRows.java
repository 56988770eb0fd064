package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** What became of the rows of a file: the good ones as what they mean, the others with the reason. */
public record CheckedRows<T>(List<T> good, List<RefusedRow> refused) {

    /**
     * Reads row by row; a refusal costs only its row.
     *
     * @param key what may occur only once in a file; a second row with it is refused as {@code csv.row-twice}
     */
    public static <T> CheckedRows<T> check(List<SheetRow> rows, Function<SheetRow, T> meaning, Function<T, ?> key) {
        var good = new ArrayList<T>();
        var refused = new ArrayList<RefusedRow>();
        var seen = new HashSet<Object>();
        for (var row : rows) {
            try {
                row.refuseUnreadable();
                var meant = meaning.apply(row);
                if (!seen.add(key.apply(meant))) {
                    throw Refusal.invalid("csv.row-twice", "");
                }
                good.add(meant);
            } catch (Refusal why) {
                refused.add(new RefusedRow(row, why));
            }
        }
        return new CheckedRows<>(good, refused);
    }
}
