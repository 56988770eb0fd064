package cn.minyi5.intake.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as phones send them, and what nobody should. Red above, blue below. */
public final class Photos {

    /** Lossy, 64 × 48. */
    public static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRmgAAABXRUJQVlA4IFwAAADQBACdASpAADAAPm0wlUekIqIhLVM4AIANiUAaVTG/wD8QNMAAFejlfhjhWgfZAAD+8DgKC6K2"
                            + "LeXP7/1LP/qWf4xKhdqp/aNoyl/w0GV//BPvm3nr6dr16gAAAA==");

    private static final int TIFF_SHORT = 3;
    private static final int TIFF_LONG = 4;
    private static final int TIFF_RATIONAL = 5;
    private static final int TIFF_TEXT = 2;

    private Photos() {}

    public static byte[] jpeg(int width, int height) {
        return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Nothing but transparency. */
    public static byte[] transparent(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /**
     * As a camera writes it: with the place in EXIF, and a thousand words of XMP.
     *
     * @param orientation as EXIF has it; 6: the camera was held upright
     */
    public static byte[] fromCamera(byte[] jpeg, int orientation) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, exif(orientation));
        segment(
                out,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:creator=\"somebody\"/>"
                                + "</rdf:RDF></x:xmpmeta>")
                        .getBytes(US_ASCII));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes("and behind it all: a program".getBytes(US_ASCII));
        return out.toByteArray();
    }

    /** Some hundred bytes that announce a picture of these measures. */
    public static byte[] bomb(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 0x63, 0, 0, 0, 1, 0, 1});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A picture of which the same scan is said again and again. */
    public static byte[] ofManyScans(byte[] jpeg, int scans) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int scan = 0; scan < scans; scan++) {
            segment(out, 0xDA, new byte[] {1, 1, 0, 0, 63, 0});
            out.write(0);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    public static byte[] executable() {
        var bytes = new byte[4096];
        System.arraycopy(
                "MZ\u0090\0\3\0\0\0This program cannot be run in DOS mode".getBytes(US_ASCII), 0, bytes, 0, 40);
        return bytes;
    }

    public static BufferedImage shown(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a picture tells beside its pixels. */
    public static Metadata told(byte[] picture) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
        } catch (IOException | ImageProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage halves(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var drawing = image.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width, height / 2);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(0, height / 2, width, height - height / 2);
        drawing.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** TIFF, big-endian: how the camera was held, and 35°4' N 116°18' E. */
    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(6 + 140);
        tiff.put("Exif\0\0".getBytes(US_ASCII)).put("MM\0*".getBytes(US_ASCII)).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, TIFF_SHORT, 1, orientation << 16);
        entry(tiff, 0x8825, TIFF_LONG, 1, 38);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, TIFF_TEXT, 2, 'N' << 24);
        entry(tiff, 2, TIFF_RATIONAL, 3, 92);
        entry(tiff, 3, TIFF_TEXT, 2, 'E' << 24);
        entry(tiff, 4, TIFF_RATIONAL, 3, 116);
        tiff.putInt(0);
        for (var part : new int[] {35, 4, 0, 116, 18, 0}) {
            tiff.putInt(part).putInt(1);
        }
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(type.getBytes(US_ASCII));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
