/** The words every service shares: codes of places and categories, closed lists, and the refusal. Plain Java. */
@NullMarked
package cn.minyi5.contracts.language;

import org.jspecify.annotations.NullMarked;
