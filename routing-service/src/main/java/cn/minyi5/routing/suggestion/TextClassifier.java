package cn.minyi5.routing.suggestion;

import cn.minyi5.routing.suggestion.domain.AnsweredOrder;
import cn.minyi5.routing.suggestion.domain.CharacterGrams;
import cn.minyi5.routing.suggestion.domain.Suggestion;
import cn.minyi5.routing.suggestion.domain.TellingWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Which of the codes that it has learnt a text speaks for: maximum entropy over characters and pairs of them (ADR 0038).
 * What it has learnt never changes, so threads share it.
 */
final class TextClassifier {

    /** What fewer orders say is forgotten: no rare word, such as a name, gets into a model. */
    private static final int LEAST_ORDERS = 5;

    private static final int MOST_ROUNDS = 100;

    private final DoccatModel model;

    private TextClassifier(DoccatModel model) {
        this.model = model;
    }

    /** Takes seconds. @param code what a text is to speak for */
    static TextClassifier learn(List<AnsweredOrder> orders, Function<AnsweredOrder, String> code) {
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, MOST_ROUNDS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, LEAST_ORDERS);
        // In memory: the other way would leave what citizens said in a file.
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
        var samples = ObjectStreamUtils.createObjectStream(orders.stream()
                .map(order -> new DocumentSample(code.apply(order), grams(order.text())))
                .toList());
        try {
            var factory = new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()});
            return new TextClassifier(DocumentCategorizerME.train("zh", samples, parameters, factory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TextClassifier read(byte[] stored) {
        try {
            return new TextClassifier(new DoccatModel(new ByteArrayInputStream(stored)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            model.serialize(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The best ones without their words: for counting. */
    List<Suggestion> rank(String text) {
        var categorizer = new DocumentCategorizerME(model);
        var confidence = categorizer.categorize(grams(text));
        return IntStream.range(0, confidence.length)
                .mapToObj(n -> new Suggestion(categorizer.getCategory(n), confidence[n], List.of()))
                .sorted(Comparator.comparingDouble(Suggestion::confidence).reversed())
                .limit(Suggestion.MOST)
                .toList();
    }

    /** The best ones, each with the words that spoke for it. */
    List<Suggestion> explain(String text) {
        var weights = new Weights(new DocumentCategorizerME(model));
        return rank(text).stream()
                .map(one -> new Suggestion(
                        one.code(), one.confidence(), TellingWords.of(text, gram -> weights.of(gram, one.code()))))
                .toList();
    }

    private static String[] grams(String text) {
        return CharacterGrams.of(text).toArray(String[]::new);
    }

    /** How much more probable a code is with a gram alone than with nothing, as a logarithm; of what is unknown it is 0. */
    private static final class Weights {

        private final DocumentCategorizerME categorizer;
        private final double[] ofNothing;
        private final Map<String, double[]> known = new HashMap<>();

        Weights(DocumentCategorizerME categorizer) {
            this.categorizer = categorizer;
            this.ofNothing = categorizer.categorize(new String[0]);
        }

        double of(String gram, String code) {
            var n = categorizer.getIndex(code);
            var alone = known.computeIfAbsent(gram, one -> categorizer.categorize(new String[] {one}));
            return Math.log(alone[n] / ofNothing[n]);
        }
    }
}
