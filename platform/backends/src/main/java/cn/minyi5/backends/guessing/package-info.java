/** What Keycloak gets of ours: whoever guesses at a name waits, and nobody else does (ADR 0020). It runs in Keycloak. */
@NullMarked
package cn.minyi5.backends.guessing;

import org.jspecify.annotations.NullMarked;
