/** The published language: what the services tell each other through Kafka, one record per event. */
@NullMarked
package cn.minyi5.contracts;

import org.jspecify.annotations.NullMarked;
