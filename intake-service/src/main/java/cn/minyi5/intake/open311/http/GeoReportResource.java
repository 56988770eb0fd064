package cn.minyi5.intake.open311.http;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.open311.ApiKeys;
import cn.minyi5.intake.open311.FileReport;
import cn.minyi5.intake.open311.PublicRequests;
import cn.minyi5.intake.open311.SentPhotos;
import cn.minyi5.intake.open311.domain.Fields;
import cn.minyi5.intake.open311.domain.GeoReport;
import cn.minyi5.messaging.Caller;
import cn.minyi5.web.ProblemTexts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Open311 GeoReport v2. Public but for filing, which needs a key; format by the suffix. Errors are as the standard words
 * them, and begin with our stable code.
 */
@Path("/open311/v2")
@PermitAll
class GeoReportResource {

    private static final String FORMAT = "{format: xml|json}";

    private final PublicRequests requests;
    private final FileReport fileReport;
    private final ApiKeys keys;
    private final Config config;
    private final ObjectMapper json;

    GeoReportResource(PublicRequests requests, FileReport fileReport, ApiKeys keys, Config config, ObjectMapper json) {
        this.requests = requests;
        this.fileReport = fileReport;
        this.keys = keys;
        this.config = config;
        this.json = json;
    }

    /** What discovery says of this installation. */
    @ConfigMapping(prefix = "minyi5.open311")
    public interface Config {

        /** Under which clients reach it, where that is not the address they asked discovery at. */
        Optional<String> url();

        @WithDefault("县工作专班 / the county's dispatch desk")
        String contact();

        @WithDefault("密钥由县级管理员签发 / keys are issued by the county's administrator")
        String keyService();

        /** {@code test} for an installation to try. */
        @WithDefault("production")
        String type();
    }

    @GET
    @Path("discovery." + FORMAT)
    @Operation(
            operationId = "discoverOpen311",
            summary = "Open311：服务发现 / Where GeoReport v2 is served, and who gives keys")
    public Response discovery(@RestPath String format, @Context UriInfo address) {
        var url = config.url().orElseGet(() -> address.getBaseUriBuilder()
                .path(GeoReportResource.class)
                .build()
                .toString());
        var discovery = GeoReportV2.Discovery.of(config.contact(), config.keyService(), url, config.type());
        return answer(200, format, "discovery", "", discovery);
    }

    @GET
    @Path("services." + FORMAT)
    @Operation(operationId = "listOpen311Services", summary = "Open311：可以反映的类别 / What can be asked for")
    public Uni<Response> services(@RestPath String format, @Context UriInfo address) {
        return requests.services(parameters(address).optional("jurisdiction_id"))
                .map(found -> answer(
                        200,
                        format,
                        "services",
                        "service",
                        found.stream().map(GeoReportV2.ServiceItem::of).toList()));
    }

    @GET
    @Path("services/{code: [^/.]+}." + FORMAT)
    @Operation(operationId = "getOpen311Service", summary = "Open311：一个类别要填什么 / What a service asks for")
    public Uni<Response> service(@RestPath String code, @RestPath String format, @Context UriInfo address) {
        return requests.service(parameters(address).optional("jurisdiction_id"), code)
                .map(found -> answer(200, format, "service_definition", "", GeoReportV2.Definition.of(found)));
    }

    @POST
    @Path("requests." + FORMAT)
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(
            operationId = "fileOpen311Request",
            summary = "Open311：提交诉求（须密钥） / Files a request, with a key",
            description =
                    "api_key, jurisdiction_id, service_code, address_id, address_string, lat, long, description, media_url, "
                            + "first_name, last_name, phone, email; photos as files of a form in several parts")
    public Uni<Response> file(
            @RestPath String format, byte[] body, @Context UriInfo address, @Context HttpHeaders headers) {
        var form = FormBody.read(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        var fields = with(form.values(), parameters(address));
        return keys.holderOf(fields.optional("api_key"))
                .flatMap(holder -> {
                    Caller.knownAs("open311/" + holder.id(), holder.name(), holder.division());
                    return fileReport.file(
                            GeoReport.of(fields),
                            SentPhotos.of(form.files()),
                            fields.optional("jurisdiction_id"),
                            holder);
                })
                .map(id -> answer(200, format, "service_requests", "request", List.of(GeoReportV2.Filed.of(id))));
    }

    @GET
    @Path("requests." + FORMAT)
    @Operation(
            operationId = "listOpen311Requests",
            summary = "Open311：公开的诉求 / Requests that were reviewed, the latest first",
            description =
                    "jurisdiction_id, service_request_id, service_code, start_date, end_date, status, updated_after, "
                            + "updated_before, page, page_size, extensions")
    public Uni<Response> list(@RestPath String format, @Context UriInfo address) {
        var parameters = parameters(address);
        return requests.list(parameters)
                .map(found -> answer(
                        200,
                        format,
                        "service_requests",
                        "request",
                        found.stream()
                                .map(request -> GeoReportV2.ServiceRequest.of(request, asksForMore(parameters)))
                                .toList()));
    }

    @GET
    @Path("requests/{id: [^/.]+}." + FORMAT)
    @Operation(operationId = "getOpen311Request", summary = "Open311：一条公开的诉求 / One request that was reviewed")
    public Uni<Response> get(@RestPath String id, @RestPath String format, @Context UriInfo address) {
        var parameters = parameters(address);
        return requests.get(id, parameters.optional("jurisdiction_id"))
                .map(found -> answer(
                        200,
                        format,
                        "service_requests",
                        "request",
                        List.of(GeoReportV2.ServiceRequest.of(found, asksForMore(parameters)))));
    }

    @GET
    @Path("tokens/{token: [^/.]+}." + FORMAT)
    @Operation(operationId = "getOpen311Token", summary = "Open311：由凭证查编号 / The id of a request that was filed")
    public Uni<Response> token(@RestPath String token, @RestPath String format) {
        return requests.requestOf(token)
                .map(id -> answer(
                        200,
                        format,
                        "service_requests",
                        "request",
                        List.of(new GeoReportV2.Token(id.toString(), token))));
    }

    @GET
    @Path("servicerequestupdates." + FORMAT)
    @Operation(
            operationId = "listOpen311Updates",
            summary = "Open311：诉求进展 / What became of requests that were reviewed (mySociety's extension)")
    public Uni<Response> updates(@RestPath String format, @Context UriInfo address) {
        return requests.updates(parameters(address))
                .map(found -> answer(
                        200,
                        format,
                        "service_request_updates",
                        "request_update",
                        found.stream().map(GeoReportV2.RequestUpdate::of).toList()));
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo address, HttpHeaders headers) {
        var status =
                switch (refusal.kind()) {
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case TOO_MANY -> 429;
                    case AWAY -> 503;
                    case INVALID, CONFLICT, CONTRADICTION -> 400;
                };
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        var words = refusal.code() + ": " + ProblemTexts.of(refusal.code(), language, refusal.details());
        var format = address.getPath().endsWith(".xml") ? "xml" : "json";
        return answer(status, format, "errors", "error", List.of(new GeoReportV2.Error(status, words)));
    }

    private Response answer(int status, String format, String root, String item, Object content) {
        var tree = json.<JsonNode>valueToTree(content);
        return format.equals("xml")
                ? Response.status(status)
                        .type("text/xml;charset=utf-8")
                        .entity(XmlTree.write(root, item, tree))
                        .build()
                : Response.status(status)
                        .type("application/json;charset=utf-8")
                        .entity(tree.toString())
                        .build();
    }

    private static Fields parameters(UriInfo address) {
        return new Fields(address.getQueryParameters());
    }

    private static boolean asksForMore(Fields parameters) {
        return "true".equals(parameters.optional("extensions"));
    }

    /** Some clients name the jurisdiction in the address. */
    private static Fields with(Map<String, List<String>> form, Fields parameters) {
        var all = new LinkedHashMap<String, List<String>>();
        form.forEach((name, values) -> all.put(name, new ArrayList<>(values)));
        parameters.values().forEach((name, values) -> all.computeIfAbsent(name, first -> new ArrayList<>())
                .addAll(values));
        return new Fields(all);
    }
}
