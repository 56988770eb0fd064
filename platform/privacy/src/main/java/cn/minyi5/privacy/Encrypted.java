package cn.minyi5.privacy;

/**
 * Encrypted bytes in two parts that are kept apart: whoever deletes the wrapped key makes the content unreadable for
 * ever, in every copy and backup of it.
 *
 * @param wrappedKey the data key of this one person or file, itself encrypted; 60 bytes
 * @param content the encrypted bytes; 28 longer than the plain ones
 */
public record Encrypted(byte[] wrappedKey, byte[] content) {}
