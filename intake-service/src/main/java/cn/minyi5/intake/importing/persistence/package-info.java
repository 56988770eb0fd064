/** Imports in PostgreSQL. */
@NullMarked
package cn.minyi5.intake.importing.persistence;

import org.jspecify.annotations.NullMarked;
