/** Open311 GeoReport v2: other systems file requests with a key, and everybody reads those that were reviewed (ADR 0032). */
@NullMarked
package cn.minyi5.intake.open311;

import org.jspecify.annotations.NullMarked;
