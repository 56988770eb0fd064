/** What people ask for, by category. */
@NullMarked
package cn.minyi5.intake.category.domain;

import org.jspecify.annotations.NullMarked;
