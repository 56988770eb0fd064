package cn.minyi5.privacy;

/**
 * What was sealed, in two parts that are kept apart: whoever deletes the wrapped key makes the content unreadable for
 * ever, in every copy and backup of it.
 *
 * @param wrappedKey the data key of this one person or file, itself encrypted; 60 bytes
 * @param content the encrypted bytes; 28 longer than what was sealed
 */
public record Sealed(byte[] wrappedKey, byte[] content) {}
