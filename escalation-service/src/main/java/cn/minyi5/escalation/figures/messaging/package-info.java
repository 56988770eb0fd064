/** Listening to intake's requests and to the names of departments. */
@NullMarked
package cn.minyi5.escalation.figures.messaging;

import org.jspecify.annotations.NullMarked;
