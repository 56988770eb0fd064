package cn.minyi5.intake.open311.domain;

import cn.minyi5.contracts.language.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a reported matter is. A grid is found by its code or its village's, or by the one village that the address names;
 * coordinates find none, for nobody has those of villages: they are only told on.
 */
public record Whereabouts(
        @Nullable String addressId,
        @Nullable String address,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {

    /** A village whose name stands in the address. */
    public record NamedVillage(String code, String name, @Nullable String township) {}

    private static final String NOT_PINPOINTED = "#NOTPINPOINTED#";
    private static final int LONGEST_ADDRESS = 300;

    /** A metre. */
    private static final int DECIMALS = 5;

    private static final BigDecimal FARTHEST_LATITUDE = new BigDecimal(90);
    private static final BigDecimal FARTHEST_LONGITUDE = new BigDecimal(180);

    public static Whereabouts of(Fields fields) {
        var addressId = fields.optional("address_id");
        var address = fields.optional("address_string");
        if (address != null && address.length() > LONGEST_ADDRESS) {
            throw Refusal.invalid("open311.address-too-long", "address_string").with("longest", LONGEST_ADDRESS);
        }
        var whereabouts = new Whereabouts(
                NOT_PINPOINTED.equals(addressId) ? null : addressId,
                address,
                coordinate(fields, "lat", FARTHEST_LATITUDE),
                coordinate(fields, "long", FARTHEST_LONGITUDE));
        whereabouts.refuseIfNowhere();
        return whereabouts;
    }

    private static @Nullable BigDecimal coordinate(Fields fields, String name, BigDecimal farthest) {
        var value = fields.optional(name);
        if (value == null) {
            return null;
        }
        var degrees = value.matches("-?\\d{1,3}(\\.\\d{1,20})?") ? new BigDecimal(value) : null;
        if (degrees == null || degrees.abs().compareTo(farthest) > 0) {
            throw Refusal.invalid("open311.coordinate-malformed", name).with("name", name);
        }
        return degrees.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private void refuseIfNowhere() {
        if (addressId != null || address != null) {
            return;
        }
        if (latitude == null || longitude == null) {
            throw Refusal.invalid("open311.place-missing", "address_id");
        }
        throw coordinatesAlone();
    }

    private static Refusal coordinatesAlone() {
        return Refusal.invalid("open311.coordinates-alone", "address_id");
    }

    /**
     * The one village that the address names. A name within a longer one is not meant, and of villages of one name the one
     * whose township is named too.
     *
     * @param named villages whose names stand in the address
     */
    public NamedVillage theOneOf(List<NamedVillage> named) {
        var whole = named.stream()
                .filter(village -> named.stream()
                        .noneMatch(
                                other -> other.name().length() > village.name().length()
                                        && other.name().contains(village.name())))
                .toList();
        var inTownship = whole.stream()
                .filter(village -> village.township() != null
                        && Objects.requireNonNullElse(address, "").contains(village.township()))
                .toList();
        var meant = inTownship.isEmpty() ? whole : inTownship;
        if (meant.isEmpty()) {
            throw latitude == null ? Refusal.invalid("open311.place-unknown", "address_string") : coordinatesAlone();
        }
        if (meant.size() > 1) {
            throw Refusal.invalid("open311.place-ambiguous", "address_string")
                    .with(
                            "villages",
                            meant.stream().map(NamedVillage::code).limit(5).collect(Collectors.joining(", ")));
        }
        return meant.get(0);
    }

    /** For whoever has to go there; null if nothing but a code was given. */
    @Nullable
    String words() {
        var words = Stream.of(
                        address == null ? null : "地点：" + address,
                        latitude == null || longitude == null
                                ? null
                                : "纬度 " + latitude.toPlainString() + "，经度 " + longitude.toPlainString())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
        return words.isEmpty() ? null : words;
    }
}
