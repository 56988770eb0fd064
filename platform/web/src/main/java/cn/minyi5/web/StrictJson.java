package cn.minyi5.web;

import cn.minyi5.contracts.language.PlainText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * JSON means one thing or is refused: no key twice, nothing behind the end, a number is no text and a text no number,
 * and nothing is deeper or has more parts than anything that we understand.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** Two hundred requests of a visit have 5,000; counted before anything is built of them. */
    private static final int MOST_TOKENS = 100_000;

    /** In characters: a moment to the nanosecond has 35. */
    static final int LONGEST_TIME = 40;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxTokenCount(MOST_TOKENS)
            .maxNumberLength(40)
            .maxNameLength(200)
            .build();

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(BOUNDS);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        readUtf8Alone(json);
        json.enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        refuse(json, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.Float);
        refuse(json, LogicalType.Float, CoercionInputShape.String);
        refuse(json, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.Integer);
        json.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.registerModule(new SimpleModule("strict-json")
                .addDeserializer(String.class, new CheckedText())
                .setDeserializerModifier(new TimesAreTexts()));
    }

    /**
     * JSON is UTF-8 (RFC 8259); what looks like UTF-16 or UTF-32 would be read as if it were said to be that. The mapper is
     * there already, so that no builder can be asked.
     */
    @SuppressWarnings("deprecation")
    private static void readUtf8Alone(ObjectMapper json) {
        json.getFactory().disable(JsonFactory.Feature.CHARSET_DETECTION);
    }

    private static void refuse(ObjectMapper json, LogicalType wanted, CoercionInputShape... given) {
        for (var shape : given) {
            json.coercionConfigFor(wanted).setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static final class CheckedText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        CheckedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? PlainText.checked(parser.getText(), "")
                    : (String) context.handleUnexpectedToken(String.class, parser);
        }
    }

    /** Seconds since 1970 are read as a time otherwise, also those that stand in quotes. */
    private static final class TimesAreTexts extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
            var isTime = type.getBeanClass().getPackageName().equals("java.time");
            return isTime ? new TimeAsText(deserializer) : deserializer;
        }
    }

    private static final class TimeAsText extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        TimeAsText(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new TimeAsText(deserializer);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var isTime = parser.hasToken(JsonToken.VALUE_STRING)
                    && parser.getTextLength() <= LONGEST_TIME
                    && parser.getText()
                            .chars()
                            .anyMatch(character -> Character.isLetter(character) || character == '-');
            return isTime ? super.deserialize(parser, context) : context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
