package cn.minyi5.intake.importing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    @Test
    void whatSheetsUsuallyCallAColumnIsKnown() {
        var mapping = ColumnMapping.of(List.of("诉求编号", "*网格编码（15位）", "Visited At", "text", "备注"), List.of());

        assertThat(mapping.headers())
                .isEqualTo(Map.of(
                        "request_ref", "诉求编号",
                        "grid_code", "*网格编码（15位）",
                        "visited_at", "Visited At",
                        "text", "text"));
        assertThat(mapping.columnOf("备注")).isNull();
        assertThat(mapping.columnOf("text")).isEqualTo("text");
    }

    @Test
    void aPersonKnowsBetterThanTheProposal() {
        var mapping = ColumnMapping.of(List.of("内容", "问题描述"), List.of("text=问题描述", "reply_text=内容"));

        assertThat(mapping.headers()).isEqualTo(Map.of("text", "问题描述", "reply_text", "内容"));
    }

    @Test
    void whatAPersonSaysMustBeThere() {
        Refused.with("import.column-unknown", "column", () -> ColumnMapping.of(List.of("内容"), List.of("words=内容")));
        Refused.with("import.column-unknown", "column", () -> ColumnMapping.of(List.of("内容"), List.of("=")));
        Refused.with("import.header-unknown", "column", () -> ColumnMapping.of(List.of("内容"), List.of("text=正文")));
    }

    @Test
    void aSheetWithoutANeededColumnIsRefusedWithWhatItLacks() {
        var mapping = ColumnMapping.of(List.of("内容"), List.of());

        assertThat(mapping.missing(List.of("text", "form"))).containsExactly("form");
        Refused.with("import.column-missing", "form", () -> mapping.refuseIncomplete(List.of("text", "form")));
    }

    @Test
    void wordsOfClosedListsAreUnderstoodAndOthersAreLeftAsTheyAre() {
        var mapping = ColumnMapping.of(List.of("走访形式", "是否解决", "内容"), List.of());

        assertThat(mapping.apply(Map.of("走访形式", "入户", "是否解决", "是", "内容", "是")))
                .isEqualTo(Map.of("form", "HOUSEHOLD", "solved", "YES", "text", "是"));
        assertThat(mapping.apply(Map.of("走访形式", "STREET")))
                .containsEntry("form", "STREET")
                .containsEntry("text", "");
    }
}
