package cn.minyi5.routing.dispatch.application;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Citizen;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Origin;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** 转交. What intake has forwarded, in routing's own words. */
final class Forwarding {

    /** 工单号. The day is the day of opening in Asia/Shanghai; the serial number never begins anew. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private Forwarding() {}

    /** @throws Refusal {@code grid.code-malformed} */
    static Origin origin(RequestEvent.Forwarded event, long serial, Instant openedAt) {
        return new Origin(
                UuidCreator.getTimeOrderedEpoch(),
                "GD%s-%06d".formatted(DAY.format(openedAt), serial),
                request(event),
                openedAt,
                event.imported());
    }

    private static CitizenRequest request(RequestEvent.Forwarded event) {
        var citizen = event.citizen();
        return new CitizenRequest(
                event.requestId(),
                new GridCode(event.gridCode()),
                event.categoryCode(),
                event.urgency(),
                event.text(),
                new Citizen(citizen.anonymous(), citizen.name(), citizen.phone()),
                event.teamCode(),
                event.visitedAt().toInstant());
    }
}
