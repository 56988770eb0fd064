package cn.minyi5.notification.template.domain;

import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResultCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 名称. What codes and moments are called in a text.
 *
 * @param byCode departments and townships; an unknown one is called by its code
 */
public record Names(Map<String, String> byCode) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(CountyTime.ZONE);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm").withZone(CountyTime.ZONE);

    String of(String department) {
        return byCode.getOrDefault(department, department);
    }

    /** The township by name and the grid by code: grids have no name here. */
    String of(GridCode grid) {
        return byCode.getOrDefault(grid.township().value(), "") + "网格" + grid.value();
    }

    static String of(HandoverEvent.Order order) {
        return order.formerNumber() == null ? order.number() : order.number() + "（原编号 " + order.formerNumber() + "）";
    }

    /** With its year, and as the county's clocks show it. */
    static String ofDay(OffsetDateTime moment) {
        return DAY.format(moment);
    }

    static String of(TemporalAccessor moment) {
        return MOMENT.format(moment);
    }

    /** 2021年10月. */
    static String of(YearMonth month) {
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }

    /** 10月5日. */
    static String of(LocalDate day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    /** 期号, such as 2021年第9期（总第18期）. @param total null for one from before it was told */
    public static String ofBulletin(int year, int issue, @Nullable Integer total) {
        var number = "%d年第%d期".formatted(year, issue);
        return total == null ? number : number + "（总第%d期）".formatted(total);
    }

    /** What the clock waits for. */
    static String of(ClockKind clock) {
        return switch (clock) {
            case SIGN -> "签收";
            case REPLY -> "答复";
            case REVIEW -> "审核";
            case ARBITRATION -> "裁定";
        };
    }

    static String of(ResultCode result) {
        return switch (result) {
            case SOLVED -> "已解决";
            case PARTLY_SOLVED -> "部分解决";
            case EXPLAINED -> "解释说明";
            case DUPLICATE -> "重复诉求";
            case UNREACHABLE -> "联系不上";
        };
    }
}
