package cn.minyi5.notification.delivery;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class DeliveryStateColumn extends EnumColumn<DeliveryState> {}
