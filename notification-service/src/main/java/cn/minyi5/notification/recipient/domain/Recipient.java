package cn.minyi5.notification.recipient.domain;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 收件人. A person who can be told something.
 *
 * @param username what the person logs in with; the address of the in-app inbox
 * @param department code; clerks and heads have one
 * @param division jurisdiction: nothing is heard from outside it
 * @param team code; secretaries and team leaders have one
 * @param email absent: hears in app only
 */
@Embeddable
public record Recipient(
        String username,
        String name,
        Role role,
        @Nullable String department,
        DivisionCode division,
        @Nullable String team,
        @Nullable String email) {

    /** As far as a machine can tell without asking the server; RFC 5321 allows 254 characters. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,189}");

    public Recipient {
        require(!username.isBlank(), "recipient.username-missing", "username");
        require(!name.isBlank(), "recipient.name-missing", "name");
        require(!role.worksInDepartment() || department != null, "recipient.department-missing", "department");
        require(!role.walksInTeam() || team != null, "recipient.team-missing", "team");
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw Refusal.invalid("recipient.email-malformed", "email").with("value", email);
        }
    }

    private static void require(boolean holds, String code, String field) {
        if (!holds) {
            throw Refusal.invalid(code, field);
        }
    }
}
