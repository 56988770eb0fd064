package cn.minyi5.notification.recipient.application;

import cn.minyi5.contracts.language.Refusal;

/** A row that was not taken. @param row as the spreadsheet counts: the header is row 1 */
public record RefusedRow(int row, Refusal refusal) {}
