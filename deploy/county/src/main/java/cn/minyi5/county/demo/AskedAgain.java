package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * 重复诉求与回音. Two households ask for the same; the second request is linked to the first, one department answers, and both
 * answers wait to be brought when somebody comes to try the phone's echo list.
 */
final class AskedAgain {
    private static final String CATEGORY = "GS02";
    private static final String DEPARTMENT = "JX03";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final County services;
    private final Narration narration;
    private final Desk desk;
    private final Api secretary;

    AskedAgain(County services, Narration narration) {
        this.services = services;
        this.narration = narration;
        this.desk = new Desk(services, DEPARTMENT);
        this.secretary = services.intake(DemoPersons.VILLAGE_SECRETARY);
    }

    void tell() {
        narration.chapter("又有人提了同一件事 / asked for again");
        var original = asked("村北头的自来水晚上没有水，要到半夜才来。", "群众00002", "15400000002");
        var orderId = desk.toSign(original).path("id").asText();
        var text = "村北头自来水晚上没有水，半夜才来水。";
        var again = asked(text, "群众00003", "15400000003");
        var suggested = suggestedFor(text, original);
        secretary.post("/api/requests/" + again + "/duplicate-of", Map.of("requestId", original));
        narration.say("第二户反映时提示“本网格已有类似诉求”（相似度 %s），民情书记标记为重复"
                .formatted(suggested.path("likeness").asText()));
        desk.sign(orderId);
        desk.bringPartsIn(orderId);
        desk.reply(orderId, "村北头增压泵已修复，夜间供水恢复正常。", "电话联系两户群众，确认夜里有水。");
        desk.accept(orderId);
        awaitBoth(original, again);
        narration.say("两户都在回音清单上，等民情书记上门告知");
    }

    private String asked(String text, String name, String phone) {
        var visit = new LiveVisit(services, DemoPersons.VILLAGE_SECRETARY);
        var requestId = visit.forwarded(CATEGORY, text, Map.of("name", name, "phone", phone));
        visit.submit();
        return requestId;
    }

    private JsonNode suggestedFor(String text, String original) {
        var grid = services.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        var asked = Map.of("gridCode", grid, "categoryCode", CATEGORY, "text", text);
        for (var similar : secretary.post("/api/similar-requests", asked).path("items")) {
            if (similar.path("requestId").asText().equals(original)) {
                return similar;
            }
        }
        throw new DemoFailed("the request that is open already was not suggested");
    }

    private void awaitBoth(String original, String again) {
        for (var requestId : new String[] {original, again}) {
            Waiting.until(
                    "the answer on the team's echo list",
                    PATIENCE,
                    () -> secretary.find(
                            "/api/me/echo-list?limit=200",
                            each -> each.path("requestId").asText().equals(requestId)));
        }
    }
}
