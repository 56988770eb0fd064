package cn.minyi5.intake.attachment;

import cn.minyi5.access.Actor;
import cn.minyi5.intake.attachment.domain.Attachment;
import io.smallrye.mutiny.Uni;

/** Says, for one kind of record, whether somebody may see the record that an attachment hangs on. */
public interface RecordAccess {

    /** Within a unit of work; false where it hangs on nothing of this kind. */
    Uni<Boolean> maySee(Attachment attachment, Actor actor);
}
