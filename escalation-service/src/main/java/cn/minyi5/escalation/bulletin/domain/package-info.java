/** 通报. A month's figures, frozen. */
@NullMarked
package cn.minyi5.escalation.bulletin.domain;

import org.jspecify.annotations.NullMarked;
