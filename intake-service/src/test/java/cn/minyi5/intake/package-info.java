/** Slices of intake against real PostgreSQL and Kafka, through HTTP and events. */
@NullMarked
package cn.minyi5.intake;

import org.jspecify.annotations.NullMarked;
