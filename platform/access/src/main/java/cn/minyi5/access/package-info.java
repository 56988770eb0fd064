/** Who is asking, and what they may see (DOMAIN §7); knows nothing of HTTP. */
@NullMarked
package cn.minyi5.access;

import org.jspecify.annotations.NullMarked;
