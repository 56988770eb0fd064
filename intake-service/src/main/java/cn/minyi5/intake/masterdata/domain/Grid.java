package cn.minyi5.intake.masterdata.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 网格. What one team walks: a village or community, or a part of it; its code is a {@code GridCode}. */
public record Grid(String code, String name, Layers layers) {

    /**
     * 三网融合. The grids of three nets that were merged into the one that is walked, by the codes or names that each net
     * gave them.
     *
     * @param civic 民政网格 @param epidemic 防疫网格 @param governance 综治网格
     */
    public record Layers(List<String> civic, List<String> epidemic, List<String> governance) {

        private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_()（）-]{1,40}");
        private static final int MOST = 20;

        /** @param cell names separated by {@code |}, or nothing @param column in which it stands */
        public static List<String> names(String cell, String column) {
            var names = Stream.of(cell.split("\\|", -1))
                    .map(String::strip)
                    .filter(name -> !cell.isEmpty())
                    .toList();
            if (names.size() > MOST
                    || names.stream().distinct().count() < names.size()
                    || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
                throw Refusal.invalid("grid.layer-malformed", column).with("most", MOST);
            }
            return names;
        }
    }
}
