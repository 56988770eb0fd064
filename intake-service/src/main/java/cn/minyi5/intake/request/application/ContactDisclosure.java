package cn.minyi5.intake.request.application;

import cn.minyi5.access.Actor;
import java.util.UUID;

/** 查看联系方式. Somebody was shown who a citizen is, for a reason that they gave. */
public record ContactDisclosure(UUID id, UUID requestId, Actor actor, String reason) {}
