package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.routing.suggestion.SuggestionModels.Kept;
import cn.minyi5.routing.suggestion.domain.HeldOutFigures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 建议模型. A version, and how one like it judged the latest tenth of the orders, which it had not learnt from.
 *
 * @param learntFrom how many orders, each text once
 */
public record SuggestionModelView(
        int version,
        OffsetDateTime trainedAt,
        String trainedBy,
        int learntFrom,
        FiguresView categories,
        FiguresView departments) {

    /**
     * @param orders that were judged
     * @param first share of which the first suggestion was what it became, 0 to 1
     * @param amongThree share of which one of the three was
     */
    public record FiguresView(int orders, double first, double amongThree, List<SureView> whereSure) {

        static FiguresView of(HeldOutFigures figures) {
            var sure = IntStream.range(0, HeldOutFigures.CONFIDENCES.size())
                    .mapToObj(n -> SureView.of(
                            HeldOutFigures.CONFIDENCES.get(n),
                            figures.sure().get(n),
                            figures.sureAndRight().get(n)))
                    .toList();
            return new FiguresView(
                    figures.orders(),
                    share(figures.first(), figures.orders()),
                    share(figures.amongThree(), figures.orders()),
                    sure);
        }
    }

    /** Of how many the first suggestion had at least this confidence, and what share of them was right. */
    public record SureView(double confidence, int orders, double right) {

        static SureView of(double confidence, int orders, int right) {
            return new SureView(confidence, orders, share(right, orders));
        }
    }

    public static SuggestionModelView of(Kept model) {
        return new SuggestionModelView(
                model.version(),
                CountyTime.at(model.trainedAt()),
                model.trainedBy(),
                model.learntFrom(),
                FiguresView.of(model.ofCategories()),
                FiguresView.of(model.ofDepartments()));
    }

    /** In thousandths; of nothing it is 0. */
    private static double share(int part, int all) {
        return all == 0 ? 0 : Math.round(1000d * part / all) / 1000d;
    }
}
