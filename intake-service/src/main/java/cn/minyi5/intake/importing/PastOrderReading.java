package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.importing.domain.KnownCatalogue;
import cn.minyi5.intake.importing.domain.LaterStep;
import cn.minyi5.intake.importing.domain.PastLife;
import cn.minyi5.intake.importing.domain.PastOrder;
import cn.minyi5.intake.importing.domain.Provenance;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.FreeText;
import cn.minyi5.web.sheet.SheetRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a row of history says of a work order: where it came from, who had it, and its life step by step. */
record PastOrderReading(PastMoments moments, List<KnownCatalogue> catalogues) {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_REPLY = 4000;

    /** @param grid where it was asked */
    PastOrder read(SheetRow row, GridCode grid) {
        var order = new PastOrder(life(row), provenance(row), List.of());
        var lead = order.provenance().lead();
        if (row.cell("category_code").equals(CitizenRequest.ABOUT_OFFICIALS)) {
            refuseIfNamed(lead, "lead");
        } else if (lead == null
                && !KnownCatalogue.assigns(
                        catalogues,
                        row.cell("category_code"),
                        grid,
                        order.life().forwardedAt())) {
            throw Refusal.invalid("history.without-department", "lead");
        }
        return order;
    }

    private Provenance provenance(SheetRow row) {
        var assisting = Stream.of(row.cell("assisting").split("\\|"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        assisting.forEach(code -> refuseUnknown(code, "assisting"));
        return new Provenance(
                row.optional("channel") == null ? Channel.WALK : row.oneOf("channel", Channel.class),
                optional(row, "external_number", LONGEST_NUMBER),
                optional(row, "former_number", LONGEST_NUMBER),
                department(row, "lead"),
                assisting);
    }

    /** @param confidential whether it is a step of a complaint about officials */
    LaterStep step(SheetRow row, boolean confidential) {
        var step = row.oneOf("step", PastStep.class);
        var department = department(row, "step_department");
        if (confidential) {
            refuseIfNamed(department, "step_department");
        }
        var reply = step == PastStep.REPLY ? reply(row) : null;
        var echo = step == PastStep.FOLLOW_UP ? echo(row) : null;
        return new LaterStep(
                step,
                moments.of(row, "step_at"),
                department,
                reply == null ? optional(row, "step_words", LONGEST_REASON) : reply.text(),
                reply == null ? null : reply.resultCode(),
                echo == null ? null : echo.solved(),
                echo == null ? null : echo.satisfied());
    }

    /** A complaint about officials was given to nobody but the supervision office (DOMAIN §7). */
    private static void refuseIfNamed(@Nullable String department, String column) {
        if (department != null) {
            throw Refusal.invalid("history.confidential", column);
        }
    }

    private @Nullable String department(SheetRow row, String column) {
        var code = row.optional(column);
        return code == null ? null : refuseUnknown(code, column);
    }

    private String refuseUnknown(String code, String column) {
        if (catalogues.stream().noneMatch(known -> known.departments().contains(code))) {
            throw Refusal.invalid("history.department-unknown", column).with("department", code);
        }
        return code;
    }

    private static @Nullable String optional(SheetRow row, String column, int longest) {
        return row.optional(column) == null ? null : row.required(column, longest);
    }

    private PastLife life(SheetRow row) {
        if (row.optional("resolution_note") != null) {
            throw Refusal.invalid("history.outcome-contradicts", "resolution_note");
        }
        return new PastLife(
                moments.of(row, "forwarded_at"),
                moments.of(row, "dispatched_at"),
                moments.optional(row, "signed_at"),
                moments.optional(row, "replied_at"),
                reply(row),
                moments.optional(row, "accepted_at"),
                moments.optional(row, "followed_up_at"),
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
}
