/** 密钥. What is done to a service's keys from outside: {@code deploy/keys}. */
@NullMarked
package cn.minyi5.local.keys;

import org.jspecify.annotations.NullMarked;
