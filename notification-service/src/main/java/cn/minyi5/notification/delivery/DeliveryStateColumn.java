package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.DeliveryState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class DeliveryStateColumn implements AttributeConverter<DeliveryState, String> {

    @Override
    public String convertToDatabaseColumn(DeliveryState state) {
        return state == null ? null : state.name();
    }

    @Override
    public DeliveryState convertToEntityAttribute(String name) {
        return name == null ? null : DeliveryState.valueOf(name);
    }
}
