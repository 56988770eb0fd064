package cn.minyi5.intake.request;

import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.MasterKey;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes encryption and fingerprints from the installation's master key. */
@ApplicationScoped
class PrivacyBeans {

    /** There is no default: an installation without a key of its own must not start. */
    @ConfigMapping(prefix = "minyi5.privacy")
    public interface Config {

        /** Base64 of 32 random bytes; without it no contact can ever be read again. */
        String masterKey();
    }

    @Produces
    @Singleton
    static EnvelopeEncryption encryption(Config config) {
        return new EnvelopeEncryption(MasterKey.of(config.masterKey()));
    }

    @Produces
    @Singleton
    static Fingerprints fingerprints(Config config) {
        return new Fingerprints(MasterKey.of(config.masterKey()));
    }
}
