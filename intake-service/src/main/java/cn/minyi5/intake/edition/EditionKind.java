package cn.minyi5.intake.edition;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One kind of master data that comes in editions. A feature has the meaning, the editions have the life. */
public interface EditionKind {

    /** In addresses and in the table, such as {@code monthly-themes}. */
    String name();

    /** Of the sheet, in its order; a column may be empty where the kind says so. */
    List<String> columns();

    /**
     * How a row is read: it answers with the code under which an edition of the division is known, and refuses what means
     * nothing. Within a unit of work.
     */
    Uni<Function<SheetRow, String>> reader(List<SheetRow> rows, DivisionCode division);
}
