package cn.minyi5.contracts.language;

/** An answer at a follow-up; nobody reached, or no word, is {@link #NO_ANSWER}. */
public enum Answer {
    YES,
    NO,
    NO_ANSWER
}
