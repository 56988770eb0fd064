/** 系统对接. Tells departments' own systems of what happens to their work orders, by signed webhooks (ADR 0036). */
@NullMarked
package cn.minyi5.routing.webhook;

import org.jspecify.annotations.NullMarked;
