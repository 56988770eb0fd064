package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** 群众. As anybody may see them: 王**, 138****5678; nulls when anonymous. Routing never knows more. */
@Embeddable
public record Citizen(boolean anonymous, @Nullable String name, @Nullable String phone) {}
