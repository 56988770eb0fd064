package cn.minyi5.intake.grading;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.grading.domain.GradingRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "grading_rule")
class GradingRuleRow {

    @EmbeddedId
    Key key;

    String categoryPrefix;
    List<String> words;

    @Nullable
    Urgency urgency;

    @Nullable
    String category;

    String reason;

    @Embeddable
    record Key(String division, int number) {}

    static GradingRuleRow of(DivisionCode division, GradingRule rule) {
        var row = new GradingRuleRow();
        row.key = new Key(division.value(), rule.number());
        row.categoryPrefix = rule.categoryPrefix();
        row.words = rule.words();
        row.urgency = rule.urgency();
        row.category = rule.category();
        row.reason = rule.reason();
        return row;
    }
}
