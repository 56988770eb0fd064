package cn.minyi5.intake.request;

import cn.minyi5.privacy.BlindWords;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.MasterKeys;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;

/** Makes encryption, fingerprints and blind words from the keys of the installation. */
@ApplicationScoped
class PrivacyBeans {

    /** There is no default: an installation without a key of its own must not start. */
    @ConfigMapping(prefix = "minyi5.privacy")
    public interface Config {

        /** File of the master keys, which {@code deploy/keys} rotates; without it no contact can ever be read again. */
        Path masterKeys();

        /** Base64 of 32 random bytes, the same for ever: a repeated submission is known by it. */
        String fingerprintKey();

        /** Base64 of 32 random bytes, the same as routing's, which strikes names and addresses by it. */
        String strikingKey();

        /** How long backups of keys are kept: after it an erasure is final everywhere. */
        @WithDefault("7d")
        Duration keyBackupsKept();
    }

    @Produces
    @Singleton
    static EnvelopeEncryption encryption(Config config) {
        return new EnvelopeEncryption(MasterKeys.in(config.masterKeys()));
    }

    @Produces
    @Singleton
    static Fingerprints fingerprints(Config config) {
        return new Fingerprints(config.fingerprintKey());
    }

    @Produces
    @Singleton
    static BlindWords blindWords(Config config) {
        return new BlindWords(config.strikingKey());
    }
}
