package cn.minyi5.notification.recipient;

import cn.minyi5.messaging.EnumColumn;
import cn.minyi5.notification.recipient.domain.Recipient;
import cn.minyi5.notification.recipient.domain.Role;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "recipient")
class RecipientRow {

    @Converter(autoApply = true)
    static class RoleColumn extends EnumColumn<Role> {}

    @Id
    String username;

    @Embedded
    @AttributeOverride(name = "username", column = @Column(name = "username", insertable = false, updatable = false))
    Recipient recipient;
}
