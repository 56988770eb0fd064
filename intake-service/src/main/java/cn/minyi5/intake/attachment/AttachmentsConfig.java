package cn.minyi5.intake.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where pictures are kept, what is taken, and for how long what nobody submitted. */
@ConfigMapping(prefix = "minyi5.attachments")
public interface AttachmentsConfig {

    enum Kind {
        FOLDER,
        S3
    }

    /** A folder does for one host; several copies on several hosts share a bucket. */
    @WithDefault("folder")
    Kind store();

    /** Of encrypted files; beside the service unless the installation says otherwise. */
    @WithDefault("attachments")
    Path folder();

    S3 s3();

    /** Only asked where {@code store} is {@code s3}. */
    interface S3 {

        /** Of the server, such as {@code https://s3.example.org}; without it that of AWS in the region. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** Made by the installation, for this service alone. */
        @WithDefault("minyi5-attachments")
        String bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** With the client's own tries: a secretary stands and waits, and must hear what became of it. */
        @WithDefault("20s")
        Duration patience();
    }

    /** Width times height: what a phone's camera takes (12 million), and no more than a small heap can hold. */
    @WithDefault("16000000")
    int mostPixels();

    /** How many are decoded at once: the largest needs up to 100 MB for a moment, most need 20. */
    @WithDefault("1")
    int atOnce();

    /** After this an upload that has not come to its end is given up, and its file removed. */
    @WithDefault("1h")
    Duration longestUpload();

    /** So long a picture waits to be submitted: a phone uploads right before it submits, and may lose its signal between. */
    @WithDefault("7d")
    Duration keptUnsubmitted();

    /** Of one person, hanging on nothing yet: three visiting days of 60, and as much again for a phone that starts anew. */
    @WithDefault("360")
    int mostUnsubmitted();

    /** Of all these together, as they are kept: some 700 KB each. */
    @WithDefault("256M")
    MemorySize mostUnsubmittedBytes();

    /** How often a copy looks for what is to be removed. */
    @WithDefault("10m")
    Duration cleanUp();

    /** After this another copy removes what a dead one had begun to. */
    @WithDefault("5m")
    Duration lease();
}
