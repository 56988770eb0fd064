package cn.minyi5.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Puts the example of each operation into the published document, from {@code openapi-examples/<operationId>.json}: the
 * same file that a test calls the service with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        var example = example(operation.getOperationId());
        if (example == null) {
            return operation;
        }
        var body = example.get("body");
        if (body != null && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(media -> media.setExample(body));
        }
        var answer = example.get("answer");
        if (answer != null) {
            var media = OASFactory.createMediaType().example(answer);
            var response = OASFactory.createAPIResponse()
                    .description(example.path("when").asText("OK"))
                    .content(OASFactory.createContent().addMediaType("application/json", media));
            operation.getResponses().addAPIResponse(example.path("status").asText("200"), response);
        }
        return operation;
    }

    private static @Nullable JsonNode example(@Nullable String operationId) {
        var name = "openapi-examples/" + operationId + ".json";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return in == null ? null : JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
