/** The HTTP edge every service shares: who is asking, how a no looks, and how a repeated POST is answered. */
@NullMarked
package cn.minyi5.web;

import org.jspecify.annotations.NullMarked;
