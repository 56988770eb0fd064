package cn.minyi5.intake.request;

import cn.minyi5.contracts.RequestEvent.BlindWord;
import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.intake.request.domain.QueryCode;
import cn.minyi5.privacy.BlindWords;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.Masking;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts a request into what everybody may read and the personal data, which are encrypted, and decrypts them again. */
@ApplicationScoped
public class PersonalDataProtection {

    private final EnvelopeEncryption encryption;
    private final Fingerprints fingerprints;
    private final BlindWords blindWords;
    private final ObjectMapper json;

    PersonalDataProtection(
            EnvelopeEncryption encryption, Fingerprints fingerprints, BlindWords blindWords, ObjectMapper json) {
        this.encryption = encryption;
        this.fingerprints = fingerprints;
        this.blindWords = blindWords;
        this.json = json.copy().addMixIn(CitizenRequest.class, AsBefore.class);
    }

    /** A request without it is the same as one from before there was such a thing: fingerprints last for a season. */
    private interface AsBefore {

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean aboutOffice();

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonSerialize(nullsUsing = Normal.class)
        @Nullable
        Urgency urgency();
    }

    /** As who said nothing meant until there were rules. */
    private static final class Normal extends JsonSerializer<Object> {

        @Override
        public void serialize(Object nothing, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(Urgency.NORMAL.name());
        }
    }

    /**
     * A request as it may be stored and told: readable words, a masked citizen, and the personal data encrypted.
     *
     * @param text without phone and identity numbers, and without the contact's name and address
     * @param note of the resolution, likewise
     * @param blindWords by which others strike name and address without knowing them
     * @param personalData absent where nothing leads to a person
     * @param queryCode with which the citizen asks what became of it
     */
    public record ProtectedRequest(
            CitizenRequest request,
            String text,
            @Nullable String note,
            MaskedCitizen citizen,
            List<BlindWord> blindWords,
            @Nullable Encrypted personalData,
            QueryCode queryCode) {}

    public ProtectedRequest protect(CitizenRequest request) {
        var contact = request.contact();
        var text = readable(request.text(), contact);
        var resolution = request.resolution();
        var note = resolution == null ? null : readable(resolution.note(), contact);
        var personalData = new PersonalData(
                contact == null ? null : contact.name(),
                contact == null || contact.phone() == null
                        ? null
                        : contact.phone().digits(),
                contact == null ? null : contact.address(),
                text.equals(request.text()) ? null : request.text(),
                resolution == null || resolution.note().equals(note) ? null : resolution.note());
        return new ProtectedRequest(
                request,
                text,
                note,
                personalData.citizen(),
                blindWords(request.id(), personalData),
                encrypted(request.id(), personalData),
                queryCode(request.id()));
    }

    /** @param encrypted null where nothing was given, or where the key was deleted */
    public PersonalData decrypt(UUID requestId, @Nullable Encrypted encrypted) {
        if (encrypted == null) {
            return PersonalData.NONE;
        }
        try {
            return json.readValue(encryption.decrypt(encrypted, about(requestId)), PersonalData.class);
        } catch (IOException e) {
            throw new IllegalStateException("personal data of request " + requestId + " cannot be read", e);
        }
    }

    /** Tells whether two contents are the same without keeping them; over the content as JSON. */
    public String fingerprint(Object content) {
        return fingerprints.of(written(content));
    }

    /** The same whenever it is asked for, and to be guessed from nothing that anybody knows of the request. */
    public QueryCode queryCode(UUID requestId) {
        return QueryCode.of(HexFormat.of().parseHex(fingerprint("query-code/" + requestId)));
    }

    private List<BlindWord> blindWords(UUID requestId, PersonalData personalData) {
        return blindWords.of(personalData.name(), personalData.address(), about(requestId)).stream()
                .map(word -> new BlindWord(word.length(), word.mac(), word.instead()))
                .toList();
    }

    private @Nullable Encrypted encrypted(UUID requestId, PersonalData personalData) {
        return personalData.equals(PersonalData.NONE)
                ? null
                : encryption.encrypt(written(personalData), about(requestId));
    }

    private byte[] written(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + content.getClass() + " cannot be written", e);
        }
    }

    private static String readable(String words, @Nullable Contact contact) {
        return contact == null ? Masking.text(words) : Masking.text(words, contact.name(), contact.address());
    }

    private static String about(UUID requestId) {
        return "request/" + requestId;
    }
}
