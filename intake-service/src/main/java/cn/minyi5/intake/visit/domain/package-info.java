/** A visit and what it may hold. */
@NullMarked
package cn.minyi5.intake.visit.domain;

import org.jspecify.annotations.NullMarked;
