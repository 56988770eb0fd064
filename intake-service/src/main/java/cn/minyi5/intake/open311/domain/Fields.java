package cn.minyi5.intake.open311.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client names in an address or a form. An empty parameter equals an absent one. */
public record Fields(Map<String, List<String>> values) {

    /** The first that is not empty. */
    public @Nullable String optional(String name) {
        return all(name).findFirst().orElse(null);
    }

    /** Of one that may stand there several times. */
    public Stream<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(value -> PlainText.checked(value, name).strip())
                .filter(value -> !value.isEmpty());
    }

    /** Separated by commas. */
    public List<String> listed(String name) {
        return all(name)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public String required(String name) {
        var value = optional(name);
        if (value == null) {
            throw Refusal.invalid("open311.parameter-missing", name).with("name", name);
        }
        return value;
    }

    /** As W3C writes it, with an offset; the plus of an offset that was not encoded has become a blank. */
    public @Nullable Instant moment(String name) {
        var value = optional(name);
        return value == null
                ? null
                : CountyTime.asked(value.replace(' ', '+'), OffsetDateTime::parse, () -> Refusal.invalid(
                                        "open311.time-malformed", name)
                                .with("value", value))
                        .toInstant();
    }

    public int number(String name, int otherwise, int most) {
        var value = optional(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw Refusal.invalid("open311.number-out-of-range", name)
                    .with("name", name)
                    .with("most", most);
        }
        return Integer.parseInt(value);
    }
}
