package cn.minyi5.intake.followup.http;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.followup.application.ShowEchoList;
import cn.minyi5.web.Page;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Whom to bring which answer. */
record EchoView(
        UUID requestId,
        UUID visitId,
        String gridCode,
        String categoryCode,
        String text,
        OffsetDateTime visitedAt,
        MaskedCitizen citizen,
        String workOrderNumber,
        int round,
        ResultCode resultCode,
        String answer,
        OffsetDateTime answeredAt) {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    static Page<EchoView> page(ShowEchoList.EchoList list, int limit) {
        var items = list.echoes().stream().map(EchoView::of).toList();
        var next = items.size() < limit
                ? null
                : items.get(items.size() - 1).requestId().toString();
        return new Page<>(items, next, list.total());
    }

    private static EchoView of(ShowEchoList.Echo echo) {
        var item = echo.item();
        return new EchoView(
                item.requestId(),
                item.visitId(),
                item.gridCode(),
                item.categoryCode(),
                item.text(),
                item.visitedAt().atOffset(SHANGHAI),
                echo.citizen(),
                item.workOrderNumber(),
                item.round(),
                item.resultCode(),
                item.answer(),
                item.answeredAt().atOffset(SHANGHAI));
    }
}
