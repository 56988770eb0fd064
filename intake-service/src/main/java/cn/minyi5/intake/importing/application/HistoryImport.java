package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.privacy.Sealed;
import java.util.UUID;

/**
 * A file of history that was taken in.
 *
 * @param source names where it comes from; refs are unique within a source
 * @param jurisdiction of who brought it
 * @param rows without the header
 */
public record HistoryImport(
        UUID id, String source, DivisionCode jurisdiction, String startedBy, int rows, Sealed file) {

    /** What its sealed bytes are bound to. */
    static String about(UUID id) {
        return "import/" + id;
    }
}
