package cn.minyi5.intake;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** What came by Open311 and what the desk made of it, put where it would be. */
final class Open311 {

    private Open311() {}

    static void key(UUID id, String division, String apiKey) {
        Tables.change(
                """
                insert into open311_key (id, division, name, key_hash, issued_by, issued_at)
                values (?, ?, '市民随手拍', ?, 'administrator', now())
                on conflict do nothing""",
                id,
                division,
                DigestUtils.sha256Hex(apiKey));
    }

    static void received(UUID id, UUID key, County.Team team, String at) {
        Tables.change(
                """
                insert into request (id, position, grid_code, team_code, category_code, urgency, text, outcome, visited_at,
                                     imported)
                values (?, 1, ?, ?, 'GS02', 'NORMAL', '村口水管漏水', 'FORWARDED', ?::timestamptz, false)
                on conflict do nothing""",
                id,
                team.grid(),
                team.code(),
                at);
        Tables.change(
                """
                insert into open311_report (request_id, key_id, fingerprint, received_at)
                values (?, ?, '', ?::timestamptz)
                on conflict do nothing""",
                id,
                key,
                at);
    }

    static void published(UUID id, String text) {
        Tables.change(
                """
                insert into publication (request_id, is_public, text, reviewed_by, reviewed_at)
                values (?, true, ?, 'dispatcher001', '2021-10-09T10:00:00+08:00')
                on conflict do nothing""",
                id,
                text);
    }

    static void dispatched(UUID id, String at) {
        Tables.change(
                """
                insert into known_work_order (id, request_id, number, confidential, holder, held_at)
                values (?, ?, 'GD20211009-000001', false, 'JX01', ?::timestamptz)
                on conflict do nothing""",
                UUID.randomUUID(),
                id,
                at);
    }

    static ValidatableResponse file(Map<String, ?> form) {
        return file("json", form);
    }

    static ValidatableResponse file(String format, Map<String, ?> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("jurisdiction_id", County.JINXIANG)
                .formParams(form)
                .post("/open311/v2/requests." + format)
                .then();
    }

    static ValidatableResponse get(String path) {
        return given().queryParam("jurisdiction_id", County.JINXIANG)
                .get("/open311/v2/" + path)
                .then();
    }
}
