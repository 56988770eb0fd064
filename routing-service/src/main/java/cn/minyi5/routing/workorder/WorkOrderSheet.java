package cn.minyi5.routing.workorder;

import cn.minyi5.access.Actor;
import cn.minyi5.routing.workorder.WorkOrderQueries.Filter;
import cn.minyi5.routing.workorder.WorkOrderQueries.Sort;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CsvSheet;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 工单表. A list as a file that spreadsheets open: the same orders in the same order, without who asked. */
@ApplicationScoped
public class WorkOrderSheet {

    /** Read on their own, so that a long file holds no long transaction open. */
    private static final int ROWS_TOGETHER = 500;

    private static final List<String> COLUMNS = List.of(
            "工单号", "外部编号", "状态", "网格", "类别", "内容", "主办", "协办", "轮次", "立单时间", "派单时间", "签收时间", "时限", "到期时间", "答复时间",
            "办理结果", "答复", "办结时间");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final WorkOrderQueries queries;

    WorkOrderSheet(WorkOrderQueries queries) {
        this.queries = queries;
    }

    /** Piece by piece, as fast as it is taken. */
    public Multi<String> csv(Actor actor, Filter filter, Sort sort) {
        var after = new AtomicReference<@Nullable String>();
        var pages = Multi.createBy()
                .repeating()
                .uni(() -> queries.slice(actor, filter, sort, Cursor.parse(after.get()), ROWS_TOGETHER)
                        .invoke(page -> after.set(page.next())))
                .whilst(page -> page.next() != null);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(CsvSheet.write(Stream.of(COLUMNS))), pages.map(WorkOrderSheet::rows));
    }

    private static String rows(Page<WorkOrderView> page) {
        return CsvSheet.more(page.items().stream().map(WorkOrderSheet::cells));
    }

    private static List<String> cells(WorkOrderView order) {
        var reply = order.reply();
        return Stream.of(
                        order.number(),
                        order.externalNumber(),
                        order.state().name(),
                        order.gridCode(),
                        order.categoryCode(),
                        order.text(),
                        order.lead(),
                        String.join("、", order.assisting()),
                        String.valueOf(order.round()),
                        minute(order.openedAt()),
                        minute(order.dispatchedAt()),
                        minute(order.signedAt()),
                        order.clock() == null ? null : order.clock().name(),
                        minute(order.dueAt()),
                        minute(order.repliedAt()),
                        reply == null ? null : reply.resultCode().name(),
                        reply == null ? null : reply.text(),
                        minute(order.closedAt()))
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static @Nullable String minute(@Nullable OffsetDateTime moment) {
        return moment == null ? null : MINUTE.format(moment);
    }
}
