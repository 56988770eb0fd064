package cn.minyi5.acceptance;

import cn.minyi5.local.stack.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the README tells people to type: blocks of bash that stand behind a comment with the name of their topic. */
final class ReadmeScripts {

    private static final String BLOCK = "<!-- %s -->\\s*```bash\\n(.*?)```";

    private ReadmeScripts() {}

    static List<String> about(String topic, String readme) throws IOException {
        var text = Files.readString(Repository.root().resolve(readme));
        var scripts = Pattern.compile(BLOCK.formatted(topic), Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        if (scripts.isEmpty()) {
            throw new AssertionError(readme + " says nothing about " + topic);
        }
        return scripts;
    }
}
