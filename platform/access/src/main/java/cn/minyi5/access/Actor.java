package cn.minyi5.access;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the token says (DOMAIN §7).
 *
 * @param id the token's subject: stable, not a name
 * @param username what the person logs in with; the address of the in-app inbox
 * @param division jurisdiction as a prefix of division codes; nothing is seen outside it
 * @param department department code of a clerk or head
 * @param team code of a secretary's team
 */
public record Actor(
        String id,
        String username,
        Set<String> roles,
        DivisionCode division,
        @Nullable String department,
        @Nullable String team) {

    public boolean is(String role) {
        return roles.contains(role);
    }

    public boolean maySee(GridCode grid) {
        return division.contains(grid.division());
    }
}
