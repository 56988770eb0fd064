/** 一键启动. PostgreSQL, Kafka, Keycloak, a mail server and the four services on one machine. */
@NullMarked
package cn.minyi5.local.stack;

import org.jspecify.annotations.NullMarked;
