package cn.minyi5.routing.suggestion;

import cn.minyi5.routing.suggestion.domain.HeldOutFigures;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A model as it is kept. */
@Entity
@Table(name = "suggestion_model")
class SuggestionModelRow {

    @EmbeddedId
    Key key;

    Instant trainedAt;
    String trainedBy;
    int learntFrom;
    byte[] categories;
    byte[] departments;

    @Embedded
    @AttributeOverride(name = "orders", column = @Column(name = "category_orders"))
    @AttributeOverride(name = "first", column = @Column(name = "category_first"))
    @AttributeOverride(name = "amongThree", column = @Column(name = "category_among_three"))
    @AttributeOverride(name = "sure", column = @Column(name = "category_sure"))
    @AttributeOverride(name = "sureAndRight", column = @Column(name = "category_sure_and_right"))
    HeldOutFigures ofCategories;

    @Embedded
    @AttributeOverride(name = "orders", column = @Column(name = "department_orders"))
    @AttributeOverride(name = "first", column = @Column(name = "department_first"))
    @AttributeOverride(name = "amongThree", column = @Column(name = "department_among_three"))
    @AttributeOverride(name = "sure", column = @Column(name = "department_sure"))
    @AttributeOverride(name = "sureAndRight", column = @Column(name = "department_sure_and_right"))
    HeldOutFigures ofDepartments;

    /** @param version counts the division's own */
    @Embeddable
    record Key(String division, int version) {}

    static SuggestionModelRow of(Key key, SuggestionModel.Learnt learnt, Instant at, String by) {
        var row = new SuggestionModelRow();
        row.key = key;
        row.trainedAt = at;
        row.trainedBy = by;
        row.learntFrom = learnt.orders();
        row.categories = learnt.model().categories().bytes();
        row.departments = learnt.model().departments().bytes();
        row.ofCategories = learnt.ofCategories();
        row.ofDepartments = learnt.ofDepartments();
        return row;
    }
}
