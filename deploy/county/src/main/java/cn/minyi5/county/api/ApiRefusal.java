package cn.minyi5.county.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A service said no. */
public final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final transient JsonNode problem;

    ApiRefusal(String call, int status, String body) {
        super(call + ": " + status + " " + body);
        this.status = status;
        this.problem = parse(body);
    }

    public int status() {
        return status;
    }

    /** The stable code of the problem (RFC 9457), or empty. */
    public String code() {
        return problem.path("code").asText();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
