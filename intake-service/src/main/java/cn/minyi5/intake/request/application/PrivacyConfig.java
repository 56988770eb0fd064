package cn.minyi5.intake.request.application;

import io.smallrye.config.ConfigMapping;

/** What personal data is sealed with. There is no default: an installation without a key of its own must not start. */
@ConfigMapping(prefix = "minyi5.privacy")
public interface PrivacyConfig {

    /** Base64 of 32 random bytes; without it no contact can ever be read again. */
    String masterKey();
}
