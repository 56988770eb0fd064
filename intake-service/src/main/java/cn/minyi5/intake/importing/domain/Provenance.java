package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 来源. By what way a request of the past came, what it was called, and to whom it was given.
 *
 * @param externalNumber of the platform that it came through; one of 12345 always has it (DOMAIN §4)
 * @param formerNumber of the work order, where it was kept before
 * @param lead null: the catalogue says
 */
public record Provenance(
        Channel channel,
        @Nullable String externalNumber,
        @Nullable String formerNumber,
        @Nullable String lead,
        List<String> assisting) {

    public Provenance {
        if (channel == Channel.HOTLINE_12345 && externalNumber == null) {
            throw Refusal.invalid("history.external-number-missing", "external_number");
        }
        if (lead == null && !assisting.isEmpty()) {
            throw Refusal.invalid("history.lead-missing", "lead");
        }
        assisting = List.copyOf(assisting);
    }
}
