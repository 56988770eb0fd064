/**
 * 版本. What an administrator drafts as a sheet, looks at, publishes, and may later look up as it was: one way for all kinds
 * of master data that people work by.
 */
@NullMarked
package cn.minyi5.intake.edition;

import org.jspecify.annotations.NullMarked;
