package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of an uploaded file. Refusals name the column as their field.
 *
 * @param number as a spreadsheet shows it: the header is row 1
 * @param cells by column, without blanks around them
 */
public record SheetRow(int number, Map<String, String> cells) {

    /** More than any column of ours takes: a refusal may show what was there. */
    private static final int LONGEST_CELL = 10_000;

    public SheetRow {
        // A hundred thousand of them are in hand at once: this map has no entries beside what it holds.
        cells = Map.copyOf(cells);
    }

    /** @throws Refusal if a cell is no {@link PlainText}, or longer than anything could be */
    public void refuseUnreadable() {
        new TreeMap<>(cells).forEach((column, cell) -> {
            if (cell.length() > LONGEST_CELL) {
                throw Refusal.invalid("csv.cell-too-long", column).with("longest", LONGEST_CELL);
            }
            PlainText.checked(cell, column);
        });
    }

    /** Empty where the file has nothing. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public @Nullable String optional(String column) {
        var cell = cell(column);
        return cell.isEmpty() ? null : cell;
    }

    public String required(String column) {
        var cell = cell(column);
        if (cell.isEmpty()) {
            throw Refusal.invalid("csv.cell-missing", column);
        }
        return cell;
    }

    public String required(String column, int longest) {
        var cell = required(column);
        if (cell.codePointCount(0, cell.length()) > longest) {
            throw Refusal.invalid("csv.cell-too-long", column).with("longest", longest);
        }
        return cell;
    }

    /** One to four digits. */
    public int wholeNumber(String column) {
        var cell = required(column);
        if (!cell.matches("\\d{1,4}")) {
            throw Refusal.invalid("csv.cell-not-a-number", column);
        }
        return Integer.parseInt(cell);
    }

    /** What the meaning refuses is refused under the column's name. */
    public <T> T as(String column, Function<String, T> meaning) {
        var cell = required(column);
        try {
            return meaning.apply(cell);
        } catch (Refusal refusal) {
            throw refusal.at(column);
        }
    }

    public <E extends Enum<E>> E oneOf(String column, Class<E> list) {
        var cell = required(column);
        return Arrays.stream(list.getEnumConstants())
                .filter(constant -> constant.name().equals(cell))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("csv.cell-not-in-list", column)
                        .with("allowed", Arrays.toString(list.getEnumConstants())));
    }
}
