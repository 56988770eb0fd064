/** Teams over REST. */
@NullMarked
package cn.minyi5.intake.team.http;

import org.jspecify.annotations.NullMarked;
