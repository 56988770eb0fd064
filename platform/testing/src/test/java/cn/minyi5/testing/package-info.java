/** What the tests of every service share: real backends, tokens, the other services' events, and the house rules. */
@NullMarked
package cn.minyi5.testing;

import org.jspecify.annotations.NullMarked;
