/** Seals, reads, counts and discloses requests, and keeps the copy of their work orders. */
@NullMarked
package cn.minyi5.intake.request.application;

import org.jspecify.annotations.NullMarked;
