package cn.minyi5.contracts;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 民意诉求. What happens to one citizen's request on intake's side. */
@Event.Topic("intake.requests")
public sealed interface RequestEvent extends Event {
    UUID requestId();

    @Override
    default String subject() {
        return requestId().toString();
    }

    /** 现场解决. Settled during the visit; never becomes a work order. */
    @Type("request.resolved-on-spot.v1")
    record ResolvedOnSpot(
            UUID requestId,
            UUID visitId,
            String gridCode,
            String categoryCode,
            OffsetDateTime visitedAt,
            boolean imported)
            implements RequestEvent {}

    /**
     * Must be handled by a department. {@code text} has phone and identity numbers struck out; the citizen appears
     * masked only, and {@code blindWords}, absent in events of before, let others strike name and address out of what is
     * written without knowing them. {@code history} tells the whole past life of an imported request and is absent for a live one.
     *
     * @param visitId absent where nobody walked: then {@code visitedAt} is when it was received
     * @param channel by what way it came; absent where it was taken on a visit, and of history, which tells its own
     */
    @Type("request.forwarded.v1")
    record Forwarded(
            UUID requestId,
            @Nullable UUID visitId,
            String gridCode,
            String categoryCode,
            Urgency urgency,
            String text,
            MaskedCitizen citizen,
            String teamCode,
            OffsetDateTime visitedAt,
            boolean imported,
            @Nullable History history,
            @Nullable List<BlindWord> blindWords,
            @Nullable Channel channel)
            implements RequestEvent {

        /** One that was taken on a visit. */
        public Forwarded(
                UUID requestId,
                UUID visitId,
                String gridCode,
                String categoryCode,
                Urgency urgency,
                String text,
                MaskedCitizen citizen,
                String teamCode,
                OffsetDateTime visitedAt,
                boolean imported,
                @Nullable History history,
                @Nullable List<BlindWord> blindWords) {
            this(
                    requestId,
                    visitId,
                    gridCode,
                    categoryCode,
                    urgency,
                    text,
                    citizen,
                    teamCode,
                    visitedAt,
                    imported,
                    history,
                    blindWords,
                    null);
        }
    }

    /**
     * 转交. A complaint about the county's supervision office itself, for the body that the installation names; no
     * department and no office hears of it. It counts as forwarded in its county and month: it has no grid and no time.
     *
     * @param division the county, 6 digits
     * @param month yyyy-MM, of the visit
     * @param body the department code of the body
     */
    @Type("request.referred.v1")
    record Referred(UUID requestId, String division, String month, String categoryCode, String body)
            implements RequestEvent {}

    /** 回访. Two separate answers: solved? satisfied? The envelope says when. */
    @Type("request.followed-up.v1")
    record FollowedUp(UUID requestId, UUID workOrderId, int round, Answer solved, Answer satisfied, String followedUpBy)
            implements RequestEvent {}

    /**
     * 撤回. The citizen does not want it any longer and has said so to the secretary who took it; the consent stays with
     * intake.
     *
     * @param reason without what leads to a person
     * @param withdrawnBy the secretary's username
     * @param consentedAt when the citizen said so; the envelope says when it was recorded
     */
    @Type("request.withdrawn.v1")
    record Withdrawn(UUID requestId, String reason, String withdrawnBy, OffsetDateTime consentedAt)
            implements RequestEvent {}

    /** 删除个人信息. Who the citizen is was erased; whatever else is kept that leads to them goes now. */
    @Type("request.erased.v1")
    record Erased(UUID requestId) implements RequestEvent {}

    /**
     * 盲词. A name or address by its HMAC under a key that the services share.
     *
     * @param length in letters and digits
     * @param mac HMAC-SHA256 over {@code request/<id>}, a line feed, and its letters and digits; 64 hex digits
     * @param instead what is written instead: 王**, ***
     */
    record BlindWord(int length, String mac, String instead) {}

    /** The citizen as anybody may see them: 王**, 138****5678; nulls when anonymous. */
    record MaskedCitizen(boolean anonymous, @Nullable String name, @Nullable String phone) {}

    /**
     * Original moments of an imported work order's first round, in the order of its life; a null means it never got that
     * far. What happened after them stands in {@code brought}, which is null on an event from before it was told.
     */
    record History(
            OffsetDateTime dispatchedAt,
            @Nullable OffsetDateTime signedAt,
            @Nullable OffsetDateTime repliedAt,
            @Nullable ResultCode resultCode,
            @Nullable String replyText,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable OffsetDateTime followedUpAt,
            @Nullable Answer solved,
            @Nullable Answer satisfied,
            @Nullable Brought brought) {

        /** One that brings nothing else along. */
        public History(
                OffsetDateTime dispatchedAt,
                @Nullable OffsetDateTime signedAt,
                @Nullable OffsetDateTime repliedAt,
                @Nullable ResultCode resultCode,
                @Nullable String replyText,
                @Nullable OffsetDateTime acceptedAt,
                @Nullable OffsetDateTime followedUpAt,
                @Nullable Answer solved,
                @Nullable Answer satisfied) {
            this(
                    dispatchedAt,
                    signedAt,
                    repliedAt,
                    resultCode,
                    replyText,
                    acceptedAt,
                    followedUpAt,
                    solved,
                    satisfied,
                    null);
        }
    }

    /**
     * What an imported work order brings along from where it was kept before.
     *
     * @param cutOver all of the past lies before it; from then on the order lives as any other
     * @param externalNumber of the platform that it came through
     * @param formerNumber what it was called before
     * @param lead the department that it was first given to; null: the catalogue says
     * @param steps of its life after its first moments, in their order
     */
    record Brought(
            UUID importId,
            OffsetDateTime cutOver,
            Channel channel,
            @Nullable String externalNumber,
            @Nullable String formerNumber,
            @Nullable String lead,
            List<String> assisting,
            List<Step> steps) {}

    /**
     * One step of a past life.
     *
     * @param department to which it went, or, of a return, whose it is in the eyes of who returned it
     * @param words reason, minutes or answer
     */
    record Step(
            PastStep step,
            OffsetDateTime at,
            @Nullable String department,
            @Nullable String words,
            @Nullable ResultCode resultCode,
            @Nullable Answer solved,
            @Nullable Answer satisfied) {}
}
