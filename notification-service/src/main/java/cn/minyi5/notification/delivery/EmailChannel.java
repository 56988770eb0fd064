package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 电子邮件. */
@ApplicationScoped
class EmailChannel implements Channel {

    private final ReactiveMailer mailer;

    EmailChannel(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.EMAIL;
    }

    /** The Message-ID is the delivery's: a second sending after a crash can be told from a second message. */
    @Override
    public Uni<Void> send(Parcel parcel) {
        return mailer.send(Mail.withText(
                        parcel.address(), parcel.text().subject(), parcel.text().body())
                .addHeader("Message-ID", "<" + parcel.id() + "@minyi5>")
                // RFC 3834: keeps absence notices from answering.
                .addHeader("Auto-Submitted", "auto-generated"));
    }
}
