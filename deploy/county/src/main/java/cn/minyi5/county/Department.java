package cn.minyi5.county;

/** 部门. A county department, or a township by its 9 digits. */
public record Department(String code, String name) {}
