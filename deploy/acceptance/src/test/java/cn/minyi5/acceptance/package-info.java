/** The whole system from outside: real processes, real tokens, and what happens when something dies. */
@NullMarked
package cn.minyi5.acceptance;

import org.jspecify.annotations.NullMarked;
