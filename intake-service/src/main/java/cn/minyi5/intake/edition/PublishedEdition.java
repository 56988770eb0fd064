package cn.minyi5.intake.edition;

import io.vertx.core.json.JsonObject;

/** What is in force. @param cells by the columns of the sheet */
public record PublishedEdition(String division, String code, JsonObject cells) {

    /** Empty where the sheet had nothing. */
    public String cell(String column) {
        return cells.getString(column, "");
    }
}
