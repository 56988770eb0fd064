package cn.minyi5.intake.attachment;

import io.smallrye.mutiny.Uni;

/**
 * Keeps encrypted files by name, each written once and never changed. Nothing of it blocks an event loop. Names are
 * letters, digits, hyphens and dots.
 */
interface AttachmentStore {

    /** Once it is there, it is there after a crash as well. Under a name that is there, the latter counts. */
    Uni<Void> put(String name, byte[] content);

    /** Null if there is none of that name. */
    Uni<byte[]> get(String name);

    /** Nothing if there is none of that name. */
    Uni<Void> delete(String name);
}
