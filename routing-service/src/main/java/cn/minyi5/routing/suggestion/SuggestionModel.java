package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.routing.suggestion.domain.AnsweredOrder;
import cn.minyi5.routing.suggestion.domain.HeldOutFigures;
import cn.minyi5.routing.suggestion.domain.HeldOutFigures.Judged;
import cn.minyi5.routing.suggestion.domain.Suggestion;
import cn.minyi5.routing.suggestion.domain.TrainingHistory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** 建议模型. What a county's answered orders have taught about categories and about departments. */
record SuggestionModel(TextClassifier categories, TextClassifier departments) {

    /** Of which a tenth was held out for the figures; it is learnt from all the same for what is kept. */
    record Learnt(SuggestionModel model, int orders, HeldOutFigures ofCategories, HeldOutFigures ofDepartments) {}

    /** Takes seconds to a minute of one processor. */
    static Learnt learn(TrainingHistory history) {
        var judging = of(history.earlier().orders());
        return new Learnt(
                of(history.orders()),
                history.orders().size(),
                judged(judging.categories, history.later(), AnsweredOrder::categoryCode),
                judged(judging.departments, history.later(), AnsweredOrder::department));
    }

    private static SuggestionModel of(List<AnsweredOrder> orders) {
        return new SuggestionModel(
                TextClassifier.learn(orders, AnsweredOrder::categoryCode),
                TextClassifier.learn(orders, AnsweredOrder::department));
    }

    private static HeldOutFigures judged(
            TextClassifier classifier, List<AnsweredOrder> orders, Function<AnsweredOrder, String> became) {
        return HeldOutFigures.of(orders.stream()
                .map(order -> new Judged(became.apply(order), classifier.rank(order.text())))
                .toList());
    }

    List<Suggestion> categoriesOf(String text) {
        return categories.explain(text);
    }

    /** @param known departments that there still are; a model remembers those that were */
    List<Suggestion> departmentsOf(String text, GridCode grid, Collection<String> known) {
        return departments.explain(text).stream()
                .map(one -> new Suggestion(AnsweredOrder.departmentIn(grid, one.code()), one.confidence(), one.words()))
                .filter(one -> known.contains(one.code()))
                .toList();
    }
}
