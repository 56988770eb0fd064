/** 演示县. Places, grids, teams, departments and rules of the demo county, from the files the project carries. */
@NullMarked
package cn.minyi5.county;

import org.jspecify.annotations.NullMarked;
