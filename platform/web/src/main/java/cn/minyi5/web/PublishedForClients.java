package cn.minyi5.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says what a generator of clients needs to know and no method says: how every refusal looks, how a month is written, and
 * which operations belong together. Those of one path do, however many classes answer them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PublishedForClients implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String API = "/api/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSchema(PROBLEM, problem());
        if (components.getSchemas().containsKey("YearMonth")) {
            components.addSchema("YearMonth", text().pattern("\\d{4}-\\d{2}").addExample("2021-09"));
        }
        document.setComponents(components);
        document.setTags(List.of());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        if (path.startsWith(API)) {
            operation.setTags(List.of(tag(path)));
        }
        var refused = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("拒绝，带稳定代码 / Refused, with a stable code")
                                .content(refused));
    }

    /** {@code /api/work-orders/{id}/sign} is among the "Work orders". */
    private static String tag(String path) {
        var words = path.substring(API.length()).split("/")[0].replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** As {@link Problem} writes it. */
    private static Schema problem() {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.OBJECT))
                .description("RFC 9457. The code is stable; the detail is in the language of Accept-Language.")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("code", text().addExample("work-order.wrong-state"))
                .addProperty("detail", text())
                .addProperty("field", text())
                .addProperty("details", OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
