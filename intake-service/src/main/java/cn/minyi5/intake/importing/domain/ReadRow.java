package cn.minyi5.intake.importing.domain;

import cn.minyi5.web.sheet.SheetRow;

/** A row as it came and what it means. */
public record ReadRow(SheetRow row, HistoryRow history) {}
