package cn.minyi5.intake.visit.domain;

import cn.minyi5.contracts.language.Refusal;

/**
 * 签到. Where a phone says that a visit began.
 *
 * @param latitude in degrees, -90 to 90 @param longitude in degrees, -180 to 180
 * @param accuracyMeters within so many metres, 0 to 100,000
 */
public record CheckIn(double latitude, double longitude, double accuracyMeters) {

    private static final double MOST_METRES = 100_000;

    public CheckIn {
        refuseUnless(Math.abs(latitude) <= 90, "checkIn.latitude");
        refuseUnless(Math.abs(longitude) <= 180, "checkIn.longitude");
        refuseUnless(accuracyMeters >= 0 && accuracyMeters <= MOST_METRES, "checkIn.accuracyMeters");
    }

    private static void refuseUnless(boolean possible, String field) {
        if (!possible) {
            throw Refusal.invalid("check-in.impossible", field);
        }
    }
}
