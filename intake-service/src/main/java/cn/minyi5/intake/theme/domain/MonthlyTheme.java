package cn.minyi5.intake.theme.domain;

import java.time.YearMonth;

/** 每月主题. What teams talk about with people in a month. @param text what to ask, and what to tell */
public record MonthlyTheme(YearMonth month, String title, String text) {}
