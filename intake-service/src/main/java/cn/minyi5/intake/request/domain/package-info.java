/** A citizen's request: its words, its contact, who may see them, what became of it. */
@NullMarked
package cn.minyi5.intake.request.domain;

import org.jspecify.annotations.NullMarked;
