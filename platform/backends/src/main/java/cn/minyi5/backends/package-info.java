/** PostgreSQL, Kafka and Keycloak as real processes of the machine, for tests and for the local stack. */
@NullMarked
package cn.minyi5.backends;

import org.jspecify.annotations.NullMarked;
