/** 每月主题. What the talks of a month are about. */
@NullMarked
package cn.minyi5.intake.theme;

import org.jspecify.annotations.NullMarked;
