package cn.minyi5.escalation.bulletin.http;

import jakarta.validation.constraints.NotNull;

/** @param month yyyy-MM */
record BulletinInput(@NotNull String month) {}
