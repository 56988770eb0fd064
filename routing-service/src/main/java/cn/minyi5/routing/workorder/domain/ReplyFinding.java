package cn.minyi5.routing.workorder.domain;

/** What may be wrong with a reply; the texts for people have the code. */
public enum ReplyFinding {
    /** Without one it is no reply, and is refused. */
    NO_CONTACT_LOG("reply.no-contact-log", Severity.REFUSED),
    TOO_SHORT("reply.too-short", Severity.HINT),
    SAME_AS_BEFORE("reply.same-as-before", Severity.HINT),
    PLACE_MISSING("reply.place-missing", Severity.HINT),
    MATTER_MISSING("reply.matter-missing", Severity.HINT);

    /** Whether a reply is refused for it, or the clerk has the last word. */
    public enum Severity {
        REFUSED,
        HINT
    }

    private final String code;
    private final Severity severity;

    ReplyFinding(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }
}
