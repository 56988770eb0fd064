/** Accounts of departments' own systems. */
@NullMarked
package cn.minyi5.local.account;

import org.jspecify.annotations.NullMarked;
