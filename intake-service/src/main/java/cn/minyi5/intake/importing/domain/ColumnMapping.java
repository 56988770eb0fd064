package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 列对应. Which column of a county's own sheet is which of ours. What a sheet usually calls them is known; a person says the
 * rest.
 *
 * @param headers of the sheet, by our columns, in our order
 */
public record ColumnMapping(Map<String, String> headers) {

    /** Ours, and what they are called in Chinese; the first is the usual one. */
    private static final Map<String, List<String>> KNOWN = known(
            """
            visit_ref 走访编号,走访序号
            request_ref 诉求编号,编号,序号
            grid_code 网格编码,网格代码,网格编号
            visited_at 走访时间,收集时间
            form 走访形式,走访方式
            category_code 类别代码,类别编码,诉求类别
            text 诉求内容,内容,问题描述
            contact_name 群众姓名,姓名,联系人
            contact_phone 联系电话,电话,手机号
            outcome 办理方式,处理方式
            resolution_note 现场处理说明,处理说明
            forwarded_at 转办时间,上报时间
            dispatched_at 派单时间,交办时间
            signed_at 签收时间
            replied_at 答复时间
            result_code 答复结果,结果代码
            reply_text 答复内容
            accepted_at 审核通过时间,验收时间
            followed_up_at 回访时间
            solved 是否解决
            satisfied 是否满意
            lead 主办单位,主办部门
            assisting 协办单位,协办部门
            channel 来源
            external_number 外部编号,12345编号
            former_number 原编号,原工单号
            step 后续环节
            step_at 环节时间
            step_department 环节单位
            step_words 环节说明
            """);

    private static final Map<String, String> YES_OR_NO = Map.of("是", "YES", "否", "NO");

    /** What the words of closed lists mean; whatever else stands there is read as it is. */
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "form",
            Map.of("入户", "HOUSEHOLD", "田间地头", "FIELD", "街头巷尾", "STREET", "座谈会", "MEETING"),
            "outcome",
            Map.of("现场解决", "RESOLVED_ON_SPOT", "转办", "FORWARDED"),
            "result_code",
            Map.of("已解决", "SOLVED", "部分解决", "PARTLY_SOLVED", "解释说明", "EXPLAINED"),
            "channel",
            Map.of("走访", "WALK", "12345", "HOTLINE_12345", "接待日", "RECEPTION"),
            "solved",
            YES_OR_NO,
            "satisfied",
            YES_OR_NO);

    private static Map<String, List<String>> known(String table) {
        var known = new LinkedHashMap<String, List<String>>();
        table.lines()
                .map(line -> line.strip().split(" "))
                .forEach(line -> known.put(line[0], Arrays.asList(line[1].split(","))));
        return Collections.unmodifiableMap(known);
    }

    /** What the headers of a sheet probably are, and what a person said they are. @param said {@code column=header} each */
    public static ColumnMapping of(List<String> headers, List<String> said) {
        var found = new HashMap<String, String>();
        for (var header : headers) {
            var column = proposed(header);
            if (column != null) {
                found.putIfAbsent(column, header);
            }
        }
        for (var each : said) {
            var at = each.indexOf('=');
            var column = at < 0 ? each : each.substring(0, at);
            if (!KNOWN.containsKey(column)) {
                throw Refusal.invalid("import.column-unknown", "column").with("column", column);
            }
            var header = at < 0 ? "" : each.substring(at + 1).strip();
            if (!headers.contains(header)) {
                throw Refusal.invalid("import.header-unknown", "column").with("header", header);
            }
            // A header that a person gave to one of ours is no other's by guess.
            found.values().remove(header);
            found.put(column, header);
        }
        return inOrder(found);
    }

    private static ColumnMapping inOrder(Map<String, String> found) {
        var headers = new LinkedHashMap<String, String>();
        KNOWN.keySet().forEach(column -> {
            var header = found.get(column);
            if (header != null) {
                headers.put(column, header);
            }
        });
        return new ColumnMapping(headers);
    }

    /** Null where nobody knows what is meant. */
    private static @Nullable String proposed(String header) {
        // 网格编码（15位）, *网格编码 and Grid Code are what they begin with.
        var bare = header.replaceFirst("^[*＊\\s]+", "")
                .replaceFirst("[（(].*$", "")
                .replaceAll("[\\s_]", "")
                .toLowerCase(Locale.ROOT);
        return KNOWN.entrySet().stream()
                .filter(known -> known.getKey().equals(header.toLowerCase(Locale.ROOT))
                        || known.getKey().replace("_", "").equals(bare)
                        || known.getValue().contains(bare))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Which of ours a header is; null if none. */
    public @Nullable String columnOf(String header) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(header))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** @param needed of ours @return those that the sheet has not, with their Chinese names */
    public List<String> missing(List<String> needed) {
        return needed.stream().filter(column -> !headers.containsKey(column)).toList();
    }

    public void refuseIncomplete(List<String> needed) {
        var missing = missing(needed);
        if (!missing.isEmpty()) {
            var names = missing.stream()
                    .map(column -> column + "（" + KNOWN.get(column).get(0) + "）")
                    .toList();
            throw Refusal.invalid("import.column-missing", missing.get(0)).with("columns", String.join("、", names));
        }
    }

    /** The cells of a row by our columns, with the words of closed lists as we write them. */
    public Map<String, String> apply(Map<String, String> cells) {
        var ours = new LinkedHashMap<String, String>();
        headers.forEach((column, header) -> {
            var cell = cells.getOrDefault(header, "");
            ours.put(column, WORDS.getOrDefault(column, Map.of()).getOrDefault(cell, cell));
        });
        return ours;
    }

    public List<String> columns() {
        return new ArrayList<>(headers.keySet());
    }
}
