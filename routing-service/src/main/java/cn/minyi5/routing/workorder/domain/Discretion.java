package cn.minyi5.routing.workorder.domain;

import cn.minyi5.privacy.Masking;

/** 保密. What becomes of words about a citizen before they are kept or told (DOMAIN §7). */
public interface Discretion {

    /** Nobody typed the words. */
    Discretion NONE = words -> words;

    /** Who the citizen is is not known here, not even blindly. */
    Discretion NUMBERS_ALONE = Masking::text;

    /** Without phone and identity numbers, and without the citizen's own name and address. */
    String struck(String words);

    /** Readable with the citizen's key alone. */
    default String sealed(String words) {
        return words;
    }
}
