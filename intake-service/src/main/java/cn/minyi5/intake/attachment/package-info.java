/** 附件. Takes pictures that secretaries upload, keeps them unreadable for all but who may see what they hang on. */
@NullMarked
package cn.minyi5.intake.attachment;

import org.jspecify.annotations.NullMarked;
