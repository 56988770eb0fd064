package cn.minyi5.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
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
            answers(
                    operation.getResponses(),
                    example.path("status").asText("200"),
                    example.path("when").asText("OK"),
                    answer);
        }
        return operation;
    }

    /** What comes back has the type that the method returns, under the status that the example is answered with. */
    private static void answers(APIResponses responses, String status, String when, JsonNode answer) {
        var good = responses.getAPIResponses().keySet().stream()
                .filter(code -> code.startsWith("2"))
                .findFirst();
        var response = good.map(responses::getAPIResponse).orElseGet(OASFactory::createAPIResponse);
        good.ifPresent(responses::removeAPIResponse);
        var content = response.getContent() == null ? OASFactory.createContent() : response.getContent();
        if (content.getMediaTypes() == null || content.getMediaTypes().isEmpty()) {
            content.addMediaType("application/json", OASFactory.createMediaType());
        }
        content.getMediaTypes().values().forEach(media -> media.setExample(answer));
        responses.addAPIResponse(status, response.description(when).content(content));
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
