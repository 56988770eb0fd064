package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.Refusal;

/**
 * A row of a table that was not taken.
 *
 * @param row where it stands; 1 is the header
 */
public record RefusedRow(int row, Refusal because) {}
