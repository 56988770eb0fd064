package cn.minyi5.backends.guessing;

import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.BruteForceProtectorFactory;

/**
 * Takes the place of Keycloak's own protector, which counts by name alone: there somebody who guesses without a pause
 * keeps everybody of that name out. The realm's settings mean the same.
 */
public final class GuessesByAddress implements BruteForceProtector, BruteForceProtectorFactory {

    private final GuessedNames names = new GuessedNames();

    @Override
    public void failedLogin(
            RealmModel realm, UserModel user, ClientConnection from, UriInfo address, Set<String> categories) {
        names.wrong(user.getId(), from.getRemoteAddr(), Instant.now(), rule(realm));
    }

    @Override
    public void successfulLogin(
            RealmModel realm, UserModel user, ClientConnection from, UriInfo address, Set<String> categories) {
        names.right(user.getId(), from.getRemoteAddr());
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
        var from = session.getContext().getConnection().getRemoteAddr();
        return names.mustWait(user.getId(), from, Instant.now(), rule(realm));
    }

    /** Locking somebody out is what a guesser must not be able to do. */
    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession session, RealmModel realm, UserModel user) {
        return false;
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession session, RealmModel realm, UserModel user) {
        // There is none.
    }

    private static Guesses.Rule rule(RealmModel realm) {
        return new Guesses.Rule(
                realm.getFailureFactor(),
                Duration.ofSeconds(realm.getWaitIncrementSeconds()),
                Duration.ofSeconds(realm.getMaxFailureWaitSeconds()),
                Duration.ofSeconds(realm.getMaxDeltaTimeSeconds()));
    }

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {
        // The realm says what counts.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to wait for.
    }

    @Override
    public void close() {
        // Called after each request as well.
    }

    @Override
    public String getId() {
        return "guesses-by-address";
    }

    /** Before Keycloak's own. */
    @Override
    public int order() {
        return 100;
    }
}
