package cn.minyi5.web.sheet;

import cn.minyi5.contracts.language.Refusal;

/** A row that was not taken, and why. */
public record RefusedRow(SheetRow row, Refusal why) {}
