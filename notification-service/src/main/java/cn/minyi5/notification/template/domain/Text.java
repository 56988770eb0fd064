package cn.minyi5.notification.template.domain;

import jakarta.persistence.Embeddable;

/** What a person reads: one line that says it, and a few that say what to do and by when. */
@Embeddable
public record Text(String subject, String body) {}
