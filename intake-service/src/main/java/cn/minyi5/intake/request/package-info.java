/** Citizens' requests: what is stored of them and for whose eyes, and the copy of their work orders. */
@NullMarked
package cn.minyi5.intake.request;

import org.jspecify.annotations.NullMarked;
