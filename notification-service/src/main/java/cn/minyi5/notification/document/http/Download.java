package cn.minyi5.notification.document.http;

import cn.minyi5.notification.document.Documents;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as an answer, with a name that a Chinese office finds again. */
final class Download {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {}

    /** The entity tag is the file's SHA-256; the name is written as RFC 6266 §4.3 has it. */
    static Response of(Documents.Opened opened, String type, String ending) {
        var name = URLEncoder.encode(opened.number() + ending, StandardCharsets.UTF_8);
        return Response.ok(opened.file().bytes(), type)
                .tag(new EntityTag(opened.file().sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }
}
