package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import java.util.UUID;

/**
 * What one batch made of its rows.
 *
 * @param nextVisit where the next batch begins
 * @param last whether there is none
 */
public record Batch(
        UUID importId, int accepted, int alreadyThere, List<SealedRow> refused, int nextVisit, boolean last) {

    /** A refused row, sealed as it came, and why it was refused. */
    public record SealedRow(int number, byte[] content, Refusal why) {}
}
