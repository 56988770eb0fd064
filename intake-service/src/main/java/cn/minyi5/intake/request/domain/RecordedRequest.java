package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored; its components are the columns of the table, by their names.
 *
 * @param visitId null where nobody walked: it came by Open311, and {@code visitedAt} is when it was received
 * @param position among the requests of its visit, from 1
 * @param text without numbers, name and address that lead to the citizen; likewise {@code resolutionNote}
 * @param referredTo the department code of the body that alone sees a complaint about the supervision office
 * @param urgency the secretary's word, else what the rules proposed
 * @param proposedUrgency by the rules, like the next; null where none spoke
 * @param proposedCategory where the rules would have chosen another one
 * @param gradingReason why the rules did so
 * @param queryCode see {@link QueryCode}; null where it was stored before there were any
 */
@Embeddable
public record RecordedRequest(
        @Nullable UUID visitId,
        int position,
        GridCode gridCode,
        String teamCode,
        String categoryCode,
        Urgency urgency,
        String text,
        Outcome outcome,
        @Nullable String resolutionNote,
        Instant visitedAt,
        boolean imported,
        @Nullable String referredTo,
        @Nullable String queryCode,
        @Nullable Urgency proposedUrgency,
        @Nullable String proposedCategory,
        @Nullable String gradingReason) {

    /** With what the rules say where no secretary has spoken. */
    public RecordedRequest graded(
            Urgency byRules, @Nullable Urgency proposed, @Nullable String otherCategory, @Nullable String reason) {
        return new RecordedRequest(
                visitId,
                position,
                gridCode,
                teamCode,
                categoryCode,
                byRules,
                text,
                outcome,
                resolutionNote,
                visitedAt,
                imported,
                referredTo,
                queryCode,
                proposed,
                otherCategory,
                reason);
    }

    /**
     * What is told of it: nothing that leads to a person.
     *
     * @param blindWords for who strikes name and address without knowing them
     * @param history of an imported one that was forwarded
     */
    public RequestEvent event(
            UUID id,
            RequestEvent.MaskedCitizen citizen,
            List<RequestEvent.BlindWord> blindWords,
            RequestEvent.@Nullable History history) {
        return switch (outcome) {
            case RESOLVED_ON_SPOT ->
                new RequestEvent.ResolvedOnSpot(
                        id,
                        Objects.requireNonNull(visitId),
                        gridCode.value(),
                        categoryCode,
                        CountyTime.at(visitedAt),
                        imported);
            case REFERRED ->
                new RequestEvent.Referred(
                        id,
                        gridCode.division().county().value(),
                        CountyTime.monthOf(visitedAt).toString(),
                        categoryCode,
                        Objects.requireNonNull(referredTo));
            case FORWARDED ->
                new RequestEvent.Forwarded(
                        id,
                        visitId,
                        gridCode.value(),
                        categoryCode,
                        urgency,
                        text,
                        citizen,
                        teamCode,
                        CountyTime.at(visitedAt),
                        imported,
                        history,
                        blindWords,
                        channel());
        };
    }

    /** By what way it came, where that is no visit. */
    private @Nullable Channel channel() {
        return visitId == null ? Channel.OPEN311 : null;
    }
}
