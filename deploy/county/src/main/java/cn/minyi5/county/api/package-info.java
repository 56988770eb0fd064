/** 客户端. The services' public HTTP APIs, used as any outside client would: with tokens from Keycloak. */
@NullMarked
package cn.minyi5.county.api;

import org.jspecify.annotations.NullMarked;
