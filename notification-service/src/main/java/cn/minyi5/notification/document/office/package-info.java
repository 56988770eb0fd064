/** Word and spreadsheet files. */
@NullMarked
package cn.minyi5.notification.document.office;

import org.jspecify.annotations.NullMarked;
