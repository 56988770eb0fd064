package cn.minyi5.intake.masterdata.domain;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** 行政区划. A place of the national statistical list; its parent's code is the beginning of its own. */
public record Division(DivisionCode code, String name, @Nullable DivisionCode parent, Level level) {

    /** 行政区划级别. Each has codes of its own length. */
    public enum Level {
        PROVINCE(2),
        CITY(4),
        COUNTY(6),
        TOWNSHIP(9),
        /** 社区. */
        COMMUNITY(12),
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    public Division {
        if (code.value().length() != level.digits) {
            throw Refusal.invalid("division.level-wrong", "level").with("digits", level.digits);
        }
        if (parent == null ? level != Level.PROVINCE : !isAbove(parent, code)) {
            throw Refusal.invalid("division.parent-wrong", "parent_code");
        }
    }

    private static boolean isAbove(DivisionCode parent, DivisionCode code) {
        return parent.contains(code) && !parent.equals(code);
    }
}
