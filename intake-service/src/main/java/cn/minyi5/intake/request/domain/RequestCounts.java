package cn.minyi5.intake.request.domain;

/** 收集、现场解决、转办, by visit time (DOMAIN §6). */
public record RequestCounts(long collected, long resolvedOnSpot, long forwarded) {}
