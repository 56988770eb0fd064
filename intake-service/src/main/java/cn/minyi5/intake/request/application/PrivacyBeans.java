package cn.minyi5.intake.request.application;

import cn.minyi5.privacy.Fingerprints;
import cn.minyi5.privacy.MasterKey;
import cn.minyi5.privacy.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes seal and fingerprints from the installation's master key. */
@ApplicationScoped
class PrivacyBeans {

    private final MasterKey masterKey;

    PrivacyBeans(PrivacyConfig config) {
        this.masterKey = MasterKey.of(config.masterKey());
    }

    @Produces
    @Singleton
    Seal seal() {
        return new Seal(masterKey);
    }

    @Produces
    @Singleton
    Fingerprints fingerprints() {
        return new Fingerprints(masterKey);
    }
}
