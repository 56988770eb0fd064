/** Imports over REST. */
@NullMarked
package cn.minyi5.intake.importing.http;

import org.jspecify.annotations.NullMarked;
