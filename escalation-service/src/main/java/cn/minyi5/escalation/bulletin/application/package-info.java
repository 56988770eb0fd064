/** Issuing a month's bulletin, on request or on the first of the next month. */
@NullMarked
package cn.minyi5.escalation.bulletin.application;

import org.jspecify.annotations.NullMarked;
