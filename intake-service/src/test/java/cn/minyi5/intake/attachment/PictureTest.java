package cn.minyi5.intake.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.Refused;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 照片. What is kept of a picture, and which ones are refused before they can do harm. */
class PictureTest {

    private static final int MOST = 16_000_000;

    @Test
    void whereAPictureWasTakenAndByWhomIsNotKept() {
        var sent = Photos.fromCamera(Photos.jpeg(400, 300), 1);
        assertThat(Photos.told(sent).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation())
                .as("the place, as it is sent")
                .isNotNull();
        assertThat(Photos.told(sent).containsDirectoryOfType(XmpDirectory.class))
                .isTrue();

        var kept = Picture.of(sent, MOST);

        for (var picture : List.of(kept.jpeg(), kept.thumbnail())) {
            var told = Photos.told(picture);
            assertThat(told.containsDirectoryOfType(GpsDirectory.class)).isFalse();
            assertThat(told.containsDirectoryOfType(ExifIFD0Directory.class)).isFalse();
            assertThat(told.containsDirectoryOfType(XmpDirectory.class)).isFalse();
            assertThat(new String(picture, ISO_8859_1)).doesNotContain("somebody", "Exif", "program");
        }
    }

    @Test
    void aPictureStandsUprightHoweverTheCameraWasHeld() {
        // Red on the left as the sensor saw it, which was turned by a quarter
        var kept = Picture.of(Photos.fromCamera(Photos.jpeg(400, 300), 6), MOST);

        assertThat(kept.width()).isEqualTo(300);
        assertThat(kept.height()).isEqualTo(400);
        var shown = Photos.shown(kept.jpeg());
        assertThat(isRed(shown, 280, 200)).as("above is on the right now").isTrue();
        assertThat(isRed(shown, 20, 200)).isFalse();
        assertThat(isRed(Photos.shown(kept.thumbnail()), 220, 160)).isTrue();
    }

    @Test
    void whatAPhoneSendsIsKeptAsAJpegWithAThumbnail() {
        for (var sent : List.of(Photos.jpeg(800, 600), Photos.png(800, 600))) {
            var kept = Picture.of(sent, MOST);

            assertThat(kept.width()).isEqualTo(800);
            assertThat(kept.height()).isEqualTo(600);
            assertThat(kept.jpeg()).startsWith(0xFF, 0xD8, 0xFF);
            assertThat(Photos.shown(kept.thumbnail()).getWidth()).isEqualTo(320);
            assertThat(Photos.shown(kept.thumbnail()).getHeight()).isEqualTo(240);
            assertThat(isRed(Photos.shown(kept.jpeg()), 400, 100)).isTrue();
            assertThat(isRed(Photos.shown(kept.jpeg()), 400, 500)).isFalse();
        }
    }

    @Test
    void aWebpIsKeptAsAJpegToo() {
        var kept = Picture.of(Photos.WEBP, MOST);

        assertThat(kept.jpeg()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(kept.width()).isEqualTo(64);
        assertThat(isRed(Photos.shown(kept.jpeg()), 32, 8)).isTrue();
        assertThat(isRed(Photos.shown(kept.jpeg()), 32, 40)).isFalse();
    }

    @Test
    void whatIsTransparentIsWhite() {
        var shown = Photos.shown(Picture.of(Photos.transparent(40, 40), MOST).jpeg());

        assertThat(shown.getRGB(20, 20) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void aPictureLargerThanAnybodyLooksAtIsShrunk() {
        var kept = Picture.of(Photos.jpeg(4500, 3000), MOST);

        assertThat(kept.width()).isEqualTo(Picture.LONGEST_SIDE);
        assertThat(kept.height()).isBetween(1364, 1366);
    }

    @Test
    void aSmallPictureIsNotBlownUp() {
        var kept = Picture.of(Photos.jpeg(30, 20), MOST);

        assertThat(kept.width()).isEqualTo(30);
        assertThat(Photos.shown(kept.thumbnail()).getWidth()).isEqualTo(30);
    }

    @Test
    void aFewBytesThatUnpackToGigabytesAreRefusedByTheirHeader() {
        Refused.with("attachment.too-many-pixels", "", () -> Picture.of(Photos.bomb(50_000, 50_000), MOST));
        Refused.with("attachment.too-many-pixels", "", () -> Picture.of(Photos.bomb(Integer.MAX_VALUE, 1), MOST));
        Refused.with("attachment.too-many-pixels", "", () -> Picture.of(Photos.jpeg(500, 400), 199_999));
        assertThat(Picture.of(Photos.jpeg(500, 400), 200_000).width()).isEqualTo(500);
    }

    @Test
    void aPictureThatIsDrawnOverAndOverIsRefused() {
        Refused.with(
                "attachment.unreadable", "", () -> Picture.of(Photos.ofManyScans(Photos.jpeg(400, 300), 100), MOST));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoPictureIsRefusedWhateverItIsCalled(byte[] sent) {
        Refused.with("attachment.not-a-picture", "", () -> Picture.of(sent, MOST));
    }

    static List<byte[]> whatIsNoPictureIsRefusedWhateverItIsCalled() {
        return List.of(
                Photos.executable(),
                "\u007fELF\2\1\1".getBytes(ISO_8859_1),
                "#!/bin/sh\nrm -rf /\n".getBytes(ISO_8859_1),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(ISO_8859_1),
                "GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1),
                "PK\3\4".getBytes(ISO_8859_1),
                new byte[0]);
    }

    @Test
    void ofABrokenPictureIsKeptWhatCanBeSeenOrItIsRefused() {
        var random = new Random(8);
        for (var whole : List.of(Photos.jpeg(64, 48), Photos.png(64, 48), Photos.WEBP)) {
            for (int time = 0; time < 200; time++) {
                var broken = Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 7));
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                try {
                    assertThat(Photos.shown(Picture.of(broken, MOST).jpeg())).isNotNull();
                } catch (Refusal refusal) {
                    assertThat(refusal.code()).startsWith("attachment.");
                }
            }
        }
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var pixel = image.getRGB(x, y);
        return ((pixel >> 16) & 0xFF) > 150 && (pixel & 0xFF) < 100;
    }
}
