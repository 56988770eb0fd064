package cn.minyi5.privacy;

/**
 * Encrypted bytes in two parts that are kept apart: whoever deletes the wrapped key makes the content unreadable for
 * ever, in every copy and backup of it.
 *
 * @param wrappedKey the data key of this one person or file, itself encrypted; 65 bytes, of which the first
 *     five name the master key (of one of before there were several: 60)
 * @param content the encrypted bytes; 28 longer than the plain ones
 */
public record Encrypted(byte[] wrappedKey, byte[] content) {}
