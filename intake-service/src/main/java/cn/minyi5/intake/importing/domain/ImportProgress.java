package cn.minyi5.intake.importing.domain;

import java.util.UUID;

/** 历史导入. How far an import has come; {@code accepted}, {@code refused} and {@code alreadyThere} sum up to what was read. */
public record ImportProgress(
        UUID id, String source, ImportState state, int rows, int accepted, int refused, int alreadyThere) {}
