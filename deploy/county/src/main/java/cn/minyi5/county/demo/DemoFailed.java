package cn.minyi5.county.demo;

/** The demo did not see what it should have seen; the message says what. */
final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
