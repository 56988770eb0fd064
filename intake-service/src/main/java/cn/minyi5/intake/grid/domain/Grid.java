package cn.minyi5.intake.grid.domain;

import cn.minyi5.contracts.language.GridCode;

/** 网格. What one team walks: a village or community, or a part of it. */
public record Grid(GridCode code, String name) {}
