package cn.minyi5.privacy;

import cn.minyi5.privacy.WordsInText.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * 盲词. Lets a service strike a person's name and address out of a text without knowing them: it is told how long they are
 * and their HMAC-SHA256, and compares every stretch of that length. Bound to one record, so that the same name of two
 * people looks different. Whoever has the key can try a name out, as they could ask for it (ADR 0017). Thread-safe.
 */
public final class BlindWords {

    private final byte[] key;

    /** @param key base64 of 32 random bytes, the same in all services of an installation */
    public BlindWords(String key) {
        this.key = KeyBytes.of(key);
    }

    /**
     * @param length in letters and digits
     * @param mac 64 hex digits
     * @param instead what stands in a text instead: 王**, or *** for an address
     */
    public record BlindWord(int length, String mac, String instead) {}

    /** @param about names the record, such as {@code request/0198…} */
    public List<BlindWord> of(@Nullable String name, @Nullable String address, String about) {
        var words = new ArrayList<BlindWord>();
        if (address != null) {
            words.add(blind(address, NumbersInText.STRUCK, about));
        }
        if (name != null) {
            words.add(blind(name, Masking.name(name), about));
        }
        words.removeIf(word -> word.length() < WordsInText.SHORTEST);
        return List.copyOf(words);
    }

    /** Strikes the words out of a text, and phone and identity numbers; see {@link Masking#text(String)}. */
    public String strike(String text, Collection<BlindWord> words, String about) {
        var hmac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
        var found = words.stream().map(word -> word(word, hmac, about)).toList();
        return Masking.text(WordsInText.strike(text, found));
    }

    private static Word word(BlindWord blind, HmacUtils hmac, String about) {
        var mac = HexFormat.of().parseHex(blind.mac());
        return new Word(
                blind.length(), letters -> Arrays.equals(mac, hmac.hmac(told(letters, about))), blind.instead());
    }

    private BlindWord blind(String word, String instead, String about) {
        var letters = WordsInText.letters(word);
        var mac = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(told(String.join("", letters), about));
        return new BlindWord(letters.size(), mac, instead);
    }

    private static byte[] told(String letters, String about) {
        return (about + "\n" + letters).getBytes(StandardCharsets.UTF_8);
    }
}
