/** 培训记录. Who learned what, when and for how long, before going from door to door. */
@NullMarked
package cn.minyi5.intake.training;

import org.jspecify.annotations.NullMarked;
