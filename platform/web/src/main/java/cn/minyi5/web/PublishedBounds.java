package cn.minyi5.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the bounds that hold for whatever has no narrower one: of the values of an address, of keys, times and
 * bodies. Each is the constant that the check reads. What stands in JSON says its own.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PublishedBounds implements OASFilter {

    @Override
    public Parameter filterParameter(Parameter parameter) {
        var schema = parameter.getSchema();
        if (is(schema, Schema.SchemaType.STRING)) {
            if (isOpen(schema)) {
                schema.setMaxLength(
                        "Idempotency-Key".equals(parameter.getName())
                                ? Idempotency.LONGEST_KEY
                                : RequestGuard.LONGEST_VALUE);
            }
        } else if (is(schema, Schema.SchemaType.INTEGER)) {
            var isLong = "int64".equals(schema.getFormat());
            if (schema.getMinimum() == null) {
                schema.setMinimum(BigDecimal.valueOf(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE));
            }
            if (schema.getMaximum() == null) {
                schema.setMaximum(BigDecimal.valueOf(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE));
            }
        }
        return parameter;
    }

    @Override
    public RequestBody filterRequestBody(RequestBody body) {
        body.getContent().getMediaTypes().forEach((type, media) -> {
            var schema = media.getSchema();
            if (schema != null && "binary".equals(schema.getFormat())) {
                schema.setMaxLength((int) BodyBound.of(type));
            }
        });
        return body;
    }

    @Override
    public Schema filterSchema(Schema schema) {
        if ("duration".equals(schema.getFormat())) {
            schema.setMaxLength(StrictJson.LONGEST_TIME);
        }
        return schema;
    }

    private static boolean is(@Nullable Schema schema, Schema.SchemaType type) {
        var types = schema == null ? null : schema.getType();
        return types != null && types.equals(List.of(type));
    }

    /** What has a form, such as an id, is as long as that. */
    private static boolean isOpen(Schema schema) {
        return schema.getMaxLength() == null && schema.getFormat() == null && schema.getEnumeration() == null;
    }
}
