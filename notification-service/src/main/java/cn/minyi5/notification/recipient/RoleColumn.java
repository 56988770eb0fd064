package cn.minyi5.notification.recipient;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.notification.recipient.domain.Role;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class RoleColumn extends EnumColumn<Role> {}
