package cn.minyi5.notification.recipient;

import cn.minyi5.notification.recipient.domain.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class RoleColumn implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.name();
    }

    @Override
    public Role convertToEntityAttribute(String name) {
        return name == null ? null : Role.valueOf(name);
    }
}
