package cn.minyi5.intake.team.domain;

/** 民情书记. One member of a team; numbers are unique within it. */
public record TeamMember(int number, String name, TeamRole role) {}
