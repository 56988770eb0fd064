package cn.minyi5.contracts;

/** Something that has happened and that other services may hear. When it happened is carried by the envelope. */
public interface Event {

    /** The id of the aggregate it happened to: the key that keeps the events of one aggregate in order. */
    String subject();
}
