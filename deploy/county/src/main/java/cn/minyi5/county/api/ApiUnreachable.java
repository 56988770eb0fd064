package cn.minyi5.county.api;

import java.io.IOException;
import java.net.URI;

/** Nobody answers there, or the answer broke off. */
public final class ApiUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApiUnreachable(URI address, IOException cause) {
        super("no answer from " + address, cause);
    }
}
