/** Echo list and follow-ups over REST. */
@NullMarked
package cn.minyi5.intake.followup.http;

import org.jspecify.annotations.NullMarked;
