package cn.minyi5.intake.open311.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.open311.ServedPlaces.Service;
import cn.minyi5.intake.open311.domain.PublicRequest;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What GeoReport v2 answers, by its field names. Clients are strict: texts that nobody has are there and empty. */
final class GeoReportV2 {

    static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    /** When what this edge answers was changed last. */
    private static final String CHANGESET = "2026-11-30T00:00:00+08:00";

    private static final String NOTICE = "内容经审核后公开；处理结果由民情书记上门回访 / public when reviewed";

    private GeoReportV2() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Discovery(String changeset, String contact, String keyService, List<Endpoint> endpoints) {

        static Discovery of(String contact, String keyService, String url, String type) {
            var endpoint = new Endpoint(SPECIFICATION, url, CHANGESET, type, List.of("text/xml", "application/json"));
            return new Discovery(CHANGESET, contact, keyService, List.of(endpoint));
        }
    }

    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}

    /** @param metadata whether there is more to fill in than every service asks for */
    @JsonNaming(SnakeCaseStrategy.class)
    record ServiceItem(
            String serviceCode,
            String serviceName,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {

        static ServiceItem of(Service service) {
            var description = service.groupName() + "：" + service.name();
            return new ServiceItem(
                    service.code(),
                    service.name(),
                    description,
                    false,
                    "realtime",
                    service.groupName(),
                    service.groupName());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Definition(String serviceCode, List<String> attributes) {

        static Definition of(Service service) {
            return new Definition(service.code(), List.of());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Filed(String serviceRequestId, String serviceNotice, String accountId) {

        static Filed of(UUID id) {
            return new Filed(id.toString(), NOTICE, "");
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Token(String serviceRequestId, String token) {}

    /** @param extendedAttributes where the client asked for extensions */
    @JsonNaming(SnakeCaseStrategy.class)
    record ServiceRequest(
            String serviceRequestId,
            String status,
            String statusNotes,
            String serviceName,
            String serviceCode,
            String description,
            String agencyResponsible,
            String serviceNotice,
            String requestedDatetime,
            String updatedDatetime,
            String expectedDatetime,
            String address,
            String addressId,
            String zipcode,
            String mediaUrl,
            @Nullable Extended extendedAttributes) {

        static ServiceRequest of(PublicRequest request, boolean extended) {
            var stage = request.stage();
            return new ServiceRequest(
                    request.id().toString(),
                    openOrClosed(stage),
                    stage.words(),
                    Objects.requireNonNullElse(request.serviceName(), request.categoryCode()),
                    request.categoryCode(),
                    request.description(),
                    Objects.requireNonNullElse(request.holder(), ""),
                    "",
                    moment(request.requestedAt()),
                    moment(request.updatedAt()),
                    "",
                    request.address(),
                    Objects.requireNonNullElse(request.villageCode(), ""),
                    "",
                    "",
                    extended
                            ? new Extended(stage.name(), request.byOpen311() ? "OPEN311" : "WALK", request.round())
                            : null);
        }
    }

    /** What the standard has no field for. @param channel by what way it came */
    record Extended(String stage, String channel, int round) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record RequestUpdate(
            String updateId,
            String serviceRequestId,
            String status,
            String updatedDatetime,
            String description,
            String mediaUrl) {

        static RequestUpdate of(PublicRequest.Update update) {
            return new RequestUpdate(
                    update.id(),
                    update.requestId().toString(),
                    openOrClosed(update.stage()),
                    moment(update.at()),
                    update.stage().words(),
                    "");
        }
    }

    record Error(int code, String description) {}

    private static String openOrClosed(PublicRequest.Stage stage) {
        return stage.isClosed() ? "closed" : "open";
    }

    /** Without fractions of a second, and with the county's offset. */
    private static String moment(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(CountyTime.at(moment.truncatedTo(ChronoUnit.SECONDS)));
    }
}
