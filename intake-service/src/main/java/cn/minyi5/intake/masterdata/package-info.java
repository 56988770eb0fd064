/** What an administrator loads from files: divisions and grids, the teams that walk them, the categories of requests. */
@NullMarked
package cn.minyi5.intake.masterdata;

import org.jspecify.annotations.NullMarked;
