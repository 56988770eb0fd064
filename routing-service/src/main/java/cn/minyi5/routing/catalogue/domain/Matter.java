package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;

/** 事项. What the catalogue is asked about: whose is this? */
public record Matter(String categoryCode, GridCode grid, Urgency urgency, boolean confidential) {

    /** 类别组. The letters that its category shares with those of its group. */
    String group() {
        return categoryCode.replaceFirst("\\d.*$", "");
    }
}
