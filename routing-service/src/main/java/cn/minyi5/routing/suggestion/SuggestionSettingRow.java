package cn.minyi5.routing.suggestion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Whether a county has suggestions, and of which version. */
@Entity
@Table(name = "suggestion_setting")
class SuggestionSettingRow {

    @Id
    String division;

    boolean enabled;

    /** Null is the newest. */
    @Nullable
    Integer version;
}
