package cn.minyi5.notification.document.office;

import cn.minyi5.notification.document.domain.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word files in the layout of GB/T 9704-2012; the styles stand in {@code papers/styles.xml}. */
public final class WordPapers {

    private WordPapers() {}

    /** Takes its time: not for an event loop. */
    public static byte[] print(Paper paper) {
        try (var word = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            WordStyles.addTo(word);
            WordPage.layOut(word, paper.footnote());
            new WordText(word).write(paper);
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper cannot be written", e);
        }
    }
}
