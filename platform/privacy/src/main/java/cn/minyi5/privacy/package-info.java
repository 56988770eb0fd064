/** Keeps what identifies a citizen unreadable at rest, and shows it masked wherever it may be shown at all. */
@NullMarked
package cn.minyi5.privacy;

import org.jspecify.annotations.NullMarked;
