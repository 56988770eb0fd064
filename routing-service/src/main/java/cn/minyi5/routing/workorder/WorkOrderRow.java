package cn.minyi5.routing.workorder;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.routing.workorder.domain.AssistingPart;
import cn.minyi5.routing.workorder.domain.Parts;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Suspension;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A work order. Its version is the order's own: whoever changes it holds a lock. */
@Entity
@Table(name = "work_order")
class WorkOrderRow {

    @Id
    UUID id;

    @Embedded
    @AttributeOverride(
            name = "origin.workOrderId",
            column = @Column(name = "id", insertable = false, updatable = false))
    @AttributeOverride(name = "origin.request.grid", column = @Column(name = "grid_code"))
    @AttributeOverride(name = "origin.request.citizen.name", column = @Column(name = "citizen_name"))
    @AttributeOverride(name = "origin.request.citizen.phone", column = @Column(name = "citizen_phone"))
    @AttributeOverride(name = "handling.dispatch.at", column = @Column(name = "dispatched_at"))
    @AttributeOverride(name = "handling.reply.text", column = @Column(name = "reply_text"))
    @AttributeOverride(name = "handling.reply.at", column = @Column(name = "replied_at"))
    @AttributeOverride(name = "handling.deferral.extension.asked", column = @Column(name = "extension_asked"))
    @AttributeOverride(name = "handling.deferral.extension.reason", column = @Column(name = "extension_reason"))
    @AttributeOverride(name = "handling.deferral.extension.granted", column = @Column(name = "extension_granted"))
    @AttributeOverride(name = "handling.deferral.suspension.kind", column = @Column(name = "suspension_kind"))
    @AttributeOverride(name = "handling.deferral.suspension.plan", column = @Column(name = "suspension_plan"))
    @AttributeOverride(name = "handling.deferral.suspension.since", column = @Column(name = "suspended_at"))
    @AttributeOverride(name = "dispute.because.reason", column = @Column(name = "returned_because"))
    @AttributeOverride(name = "dispute.because.clause", column = @Column(name = "returned_by_clause"))
    @AttributeOverride(name = "dispute.because.suggestedDepartment", column = @Column(name = "returned_for"))
    @AttributeOverride(name = "forwarding.externalNumber", column = @Column(name = "forwarded_as"))
    @AttributeOverride(name = "forwarding.at", column = @Column(name = "forwarded_at"))
    @AttributeOverride(name = "parent.workOrderId", column = @Column(name = "parent_id"))
    @AttributeOverride(name = "parent.number", column = @Column(name = "parent_number"))
    WorkOrder order;

    /** {@link WorkOrder#request()}'s, for the statements of lists. */
    @Column(updatable = false)
    boolean confidential;

    /** {@link WorkOrder#since()}, as the database works it out. */
    @Column(insertable = false, updatable = false)
    Instant since;

    static WorkOrderRow of(WorkOrder order) {
        var row = new WorkOrderRow();
        row.id = order.id();
        row.order = order;
        row.confidential = order.request().confidential();
        return row;
    }

    @Converter(autoApply = true)
    static class StateColumn extends EnumColumn<State> {}

    /** As JSON: parts are read and changed with their order, as a whole. */
    @Converter(autoApply = true)
    static class PartsColumn implements AttributeConverter<@Nullable Parts, @Nullable String> {

        private static final ObjectMapper JSON = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Parts parts) {
            try {
                return parts == null ? null : JSON.writeValueAsString(parts.all());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public @Nullable Parts convertToEntityAttribute(@Nullable String stored) {
            try {
                return stored == null ? null : new Parts(List.of(JSON.readValue(stored, AssistingPart[].class)));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Converter(autoApply = true)
    static class SuspensionKindColumn extends EnumColumn<Suspension.Kind> {}
}
