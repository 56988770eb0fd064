package cn.minyi5.intake.attachment;

/**
 * What somebody sent, while it is looked at.
 *
 * @param sha256 over all of it
 */
public interface ReceivedFile {

    byte[] sha256();

    /** All of it at once; blocks, and so is for a worker's thread. */
    byte[] read();
}
