/** Teams of secretaries and the rule 1+2+3. */
@NullMarked
package cn.minyi5.intake.team.domain;

import org.jspecify.annotations.NullMarked;
