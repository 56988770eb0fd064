/** 民情书记服务队. Who walks which grid, and who walked it then: terms of office and replacements. */
@NullMarked
package cn.minyi5.intake.team;

import org.jspecify.annotations.NullMarked;
