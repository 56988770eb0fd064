package cn.minyi5.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the store that the installation has chosen. */
@ApplicationScoped
class AttachmentBeans {

    @Produces
    @Singleton
    static AttachmentStore store(AttachmentsConfig config) {
        return switch (config.store()) {
            case FOLDER -> new FolderStore(config.folder());
            case S3 -> new S3Store(config.s3());
        };
    }

    static void close(@Disposes AttachmentStore store) throws Exception {
        if (store instanceof AutoCloseable open) {
            open.close();
        }
    }
}
