package cn.minyi5.intake.masterdata.domain;

/** 网格. What one team walks: a village or community, or a part of it; its code is a {@code GridCode}. */
public record Grid(String code, String name) {}
