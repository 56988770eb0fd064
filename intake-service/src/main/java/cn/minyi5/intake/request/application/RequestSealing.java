package cn.minyi5.intake.request.application;

import cn.minyi5.contracts.RequestEvent.MaskedCitizen;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.Contact;
import cn.minyi5.privacy.Masking;
import cn.minyi5.privacy.Seal;
import cn.minyi5.privacy.Sealed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts a request into what everybody may read and what is sealed, and opens it again. */
@ApplicationScoped
public class RequestSealing {

    private final Seal seal;
    private final ObjectMapper json;

    RequestSealing(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    public SealedRequest seal(CitizenRequest request) {
        var contact = request.contact();
        var text = open(request.text(), contact);
        var resolution = request.resolution();
        var note = resolution == null ? null : open(resolution.note(), contact);
        var particulars = new Particulars(
                contact == null ? null : contact.name(),
                contact == null || contact.phone() == null
                        ? null
                        : contact.phone().digits(),
                contact == null ? null : contact.address(),
                text.equals(request.text()) ? null : request.text(),
                resolution == null || resolution.note().equals(note) ? null : resolution.note());
        return new SealedRequest(request, text, note, masked(particulars), sealed(request.id(), particulars));
    }

    /** @param sealed null where nothing was given, or where the key was deleted */
    public Particulars open(UUID requestId, @Nullable Sealed sealed) {
        if (sealed == null) {
            return Particulars.NONE;
        }
        try {
            return json.readValue(seal.open(sealed, about(requestId)), Particulars.class);
        } catch (IOException e) {
            throw new IllegalStateException("particulars of " + requestId + " cannot be read", e);
        }
    }

    public static MaskedCitizen masked(Particulars particulars) {
        var name = particulars.name();
        var phone = particulars.phone();
        return new MaskedCitizen(
                particulars.anonymous(),
                name == null ? null : Masking.name(name),
                phone == null ? null : Masking.phone(phone));
    }

    private @Nullable Sealed sealed(UUID requestId, Particulars particulars) {
        if (particulars.equals(Particulars.NONE)) {
            return null;
        }
        try {
            return seal.seal(json.writeValueAsBytes(particulars), about(requestId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("particulars of " + requestId + " cannot be written", e);
        }
    }

    private static String open(String words, @Nullable Contact contact) {
        return contact == null || contact.name() == null ? Masking.text(words) : Masking.text(words, contact.name());
    }

    private static String about(UUID requestId) {
        return "request/" + requestId;
    }
}
