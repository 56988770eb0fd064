package cn.minyi5.intake.open311.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client files: GeoReport v2, POST Service Request.
 *
 * @param description absent: the name of the service says it
 * @param mediaUrls told on, and never fetched
 * @param contact absent of the anonymous; an e-mail stands where the address would
 */
public record GeoReport(
        String serviceCode,
        @Nullable String description,
        List<String> mediaUrls,
        Whereabouts whereabouts,
        @Nullable Contact contact) {

    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int MOST_MEDIA = 3;
    private static final int LONGEST_URL = 200;
    private static final int LONGEST_EMAIL = 100;

    public static GeoReport of(Fields fields) {
        return new GeoReport(
                fields.required("service_code"),
                description(fields),
                mediaUrls(fields),
                Whereabouts.of(fields),
                contact(fields));
    }

    private static @Nullable String description(Fields fields) {
        var description = fields.optional("description");
        if (description != null && description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw Refusal.invalid("open311.description-too-long", "description").with("longest", LONGEST_DESCRIPTION);
        }
        return description;
    }

    private static List<String> mediaUrls(Fields fields) {
        var urls = fields.all("media_url").distinct().limit(MOST_MEDIA).toList();
        if (urls.stream().anyMatch(url -> !url.matches("https?://\\S+") || url.length() > LONGEST_URL)) {
            throw Refusal.invalid("open311.media-url-malformed", "media_url").with("longest", LONGEST_URL);
        }
        return urls;
    }

    /** Chinese names begin with the family. */
    private static @Nullable Contact contact(Fields fields) {
        var first = fields.optional("first_name");
        var last = fields.optional("last_name");
        var isHan = Stream.of(first, last)
                .filter(Objects::nonNull)
                .flatMapToInt(String::codePoints)
                .anyMatch(Character::isIdeographic);
        var name = (isHan ? Stream.of(last, first) : Stream.of(first, last))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(isHan ? "" : " "));
        var email = email(fields);
        var phone = fields.optional("phone");
        if (name.isEmpty() && phone == null && email == null) {
            return null;
        }
        try {
            // Somebody of whom nothing but an e-mail is known is called so.
            return Contact.of(name.isEmpty() && phone == null ? email : name, phone, email);
        } catch (Refusal refusal) {
            throw refusal.at("contact.phone".equals(refusal.field()) ? "phone" : "first_name");
        }
    }

    private static @Nullable String email(Fields fields) {
        var email = fields.optional("email");
        if (email != null && (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))) {
            throw Refusal.invalid("open311.email-malformed", "email");
        }
        return email;
    }

    /** @param serviceName what it says where there is no description */
    public CitizenRequest toRequest(UUID id, String serviceName) {
        var more = Stream.concat(
                        Stream.ofNullable(whereabouts.words()),
                        mediaUrls.stream().map(url -> "照片：" + url))
                .collect(Collectors.joining("；"));
        var text = Objects.requireNonNullElse(description, serviceName);
        return new CitizenRequest(
                id, serviceCode, null, more.isEmpty() ? text : text + "（" + more + "）", contact, null, false);
    }
}
