package cn.minyi5.intake.attachment;

import cn.minyi5.contracts.language.Refusal;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.resizers.Resizers;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * What is kept of a picture: its pixels alone, upright, as a JPEG anew. So nothing of what a phone or anybody else wrote
 * around them is kept: place and time of the camera, a program behind the picture, a second picture within.
 *
 * @param thumbnail a JPEG, at most {@value #THUMBNAIL} pixels wide and high
 */
record Picture(byte[] jpeg, byte[] thumbnail, int width, int height) {

    static final int THUMBNAIL = 320;

    /** In pixels: an A4 page at 175 dpi, and more than any screen at the desk shows. */
    static final int LONGEST_SIDE = 2048;

    /** A camera writes about ten; each more of a large picture costs as much as the picture. */
    private static final int MOST_SCANS = 50;

    /** As EXIF counts how a camera was held. */
    private static final int UPRIGHT = 1;

    private static final int MOST_TURNED = 8;

    private static final float QUALITY = 0.85f;

    private static final String JPEG = "jpeg";

    /** By what they are made of, whatever they are called; and no others, although the JDK knows some. */
    private static final List<ImageReaderSpi> FORMATS = List.of(reader(JPEG), reader("png"), new WebPImageReaderSpi());

    /**
     * Reads the header first: what it announces decides whether the rest is looked at.
     *
     * @throws Refusal {@code attachment.not-a-picture}, {@code attachment.too-many-pixels}, {@code attachment.unreadable}
     */
    static Picture of(byte[] sent, int mostPixels) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            var format = formatOf(in);
            var isJpeg = format.getFormatNames()[0].equalsIgnoreCase(JPEG);
            var reader = format.createReaderInstance();
            try {
                // Without its metadata, which may be packed, and a thousand times as long unpacked.
                reader.setInput(in, false, true);
                refuseTooManyPixels(reader, mostPixels);
                refuseTooManyScans(sent, isJpeg);
                return of(read(reader, sent, isJpeg));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // What readers throw at what is made to break them is not only what they promise.
            throw e instanceof Refusal refusal ? refusal : Refusal.invalid("attachment.unreadable", "");
        }
    }

    private static ImageReaderSpi formatOf(ImageInputStream in) throws IOException {
        for (var format : FORMATS) {
            if (isOf(format, in)) {
                return format;
            }
        }
        throw Refusal.invalid("attachment.not-a-picture", "");
    }

    private static boolean isOf(ImageReaderSpi format, ImageInputStream in) throws IOException {
        in.mark();
        try {
            return format.canDecodeInput(in);
        } catch (EOFException shorterThanAnyPicture) {
            return false;
        } finally {
            in.reset();
        }
    }

    private static void refuseTooManyPixels(ImageReader reader, int most) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > most) {
            throw Refusal.invalid("attachment.too-many-pixels", "")
                    .with("width", width)
                    .with("height", height)
                    .with("most", most / 1_000_000);
        }
    }

    /** A start of scan (FF DA) cannot stand among the pixels of a JPEG, where FF is followed by 00. */
    private static void refuseTooManyScans(byte[] sent, boolean isJpeg) {
        var scans = 0;
        for (int at = 1; isJpeg && at < sent.length; at++) {
            if (sent[at - 1] == (byte) 0xFF && sent[at] == (byte) 0xDA) {
                scans++;
            }
        }
        if (scans > MOST_SCANS) {
            throw Refusal.invalid("attachment.unreadable", "");
        }
    }

    /** As the camera was held; of a picture far larger than is kept, every second or third pixel. */
    private static BufferedImage read(ImageReader reader, byte[] sent, boolean isJpeg) throws IOException {
        var wanted = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
        wanted.setSourceSubsampling(step, step, 0, 0);
        var image = shrunk(onWhite(reader.read(0, wanted)), LONGEST_SIDE);
        return isJpeg ? turning(sent).apply(image) : image;
    }

    /** What stands around the pixels may be broken without harm: it is not kept. */
    private static ImageFilter turning(byte[] jpeg) {
        try {
            var exif = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var held = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return held == null || held < UPRIGHT || held > MOST_TURNED
                    ? image -> image
                    : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(held));
        } catch (IOException | JpegProcessingException | RuntimeException unreadable) {
            return image -> image;
        }
    }

    private static Picture of(BufferedImage image) throws IOException {
        return new Picture(written(image), written(shrunk(image, THUMBNAIL)), image.getWidth(), image.getHeight());
    }

    /** A JPEG has no transparent pixels. */
    private static BufferedImage onWhite(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var drawing = opaque.createGraphics();
        drawing.drawImage(image, 0, 0, Color.WHITE, null);
        drawing.dispose();
        return opaque;
    }

    /** In the colours of every screen, which a camera's need not be. */
    private static BufferedImage shrunk(BufferedImage image, int longest) {
        var scale = Math.min(1.0, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        var smaller = new BufferedImage(
                scaled(image.getWidth(), scale), scaled(image.getHeight(), scale), BufferedImage.TYPE_INT_RGB);
        Resizers.PROGRESSIVE.resize(image, smaller);
        return smaller;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(JPEG).next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageReaderSpi reader(String format) {
        return ImageIO.getImageReadersByFormatName(format).next().getOriginatingProvider();
    }
}
