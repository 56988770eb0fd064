/** 演示. Loads the county into a running stack through its public APIs, tells two requests' stories, reconciles. */
@NullMarked
package cn.minyi5.county.demo;

import org.jspecify.annotations.NullMarked;
