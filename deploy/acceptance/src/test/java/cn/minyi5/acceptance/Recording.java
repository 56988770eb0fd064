package cn.minyi5.acceptance;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** How a secretary writes a visit down on the phone form, with all that is asked of her. */
final class Recording {

    static final Pattern WATER = Pattern.compile("农村饮水");
    static final Pattern SUBMIT = Pattern.compile("提交走访.*");

    private final Phone phone;

    Recording(Phone phone) {
        this.phone = phone;
    }

    void begin() {
        phone.button("开始走访").tap();
        phone.button("记一条诉求").waitFor();
    }

    void checkIn(FilePayload photo) {
        phone.page().setInputFiles("check-in input[type=file]", photo);
        phone.button("删除第 1 张照片").waitFor();
    }

    /** Everything but saving it. */
    void request(String text, FilePayload... photos) {
        phone.button("记一条诉求").tap();
        phone.type("反映的内容", text);
        if (photos.length > 0) {
            phone.page().setInputFiles("input[type=file]", photos);
            phone.awaitText("照片（" + photos.length + "/6）");
        }
        phone.button(WATER).first().tap();
        phone.choice("转交部门").tap();
        phone.choice("匿名").tap();
    }

    void save() {
        phone.button("保存这条").tap();
        phone.button("记一条诉求").waitFor();
    }

    void submit(String then) {
        phone.button(SUBMIT).tap();
        phone.awaitText(then);
    }

    static FilePayload photo(int number) {
        var image = new BufferedImage(1920, 1440, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(90, 130, 60 + number));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("photo" + number + ".jpg", "image/jpeg", file.toByteArray());
    }
}
