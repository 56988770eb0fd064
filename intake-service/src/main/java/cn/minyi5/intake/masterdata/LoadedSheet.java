package cn.minyi5.intake.masterdata;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet has changed, or would.
 *
 * @param read what became of its rows
 * @param changes what is otherwise than before; the good rows beside them say what is known already
 */
public record LoadedSheet<T>(T read, List<Change> changes) {

    /** @param before null: it was not there */
    public record Change(String code, @Nullable JsonObject before, JsonObject after) {}
}
