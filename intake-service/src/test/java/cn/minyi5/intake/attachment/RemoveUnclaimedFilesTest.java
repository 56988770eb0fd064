package cn.minyi5.intake.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 清理. What is removed, what stays, and that no crash leaves a row without its file or a file that nobody knows of. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RemoveUnclaimedFilesTest {

    private static final Picture PICTURE = Picture.of(Photos.jpeg(64, 48), 1_000_000);

    @Inject
    RemoveUnclaimedFiles removal;

    @Inject
    PictureFiles files;

    @Inject
    AttachmentStore store;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private final UUID file = UUID.randomUUID();

    @Test
    void aPictureThatWasNeverSubmittedGoesWithItsKeyAndItsFilesAfterAWeek() {
        attached(Duration.ofDays(7).plusMinutes(1));

        await(removal.removeAll());

        assertThat(isStored()).isFalse();
        assertThat(await(store.get(file + ".thumbnail"))).isNull();
        assertThat(count("attachment where file = $1")).isZero();
        assertThat(count("keys.data_key where id = $1")).isZero();
        assertThat(count("unclaimed_file where id = $1")).isZero();
    }

    @Test
    void oneThatMayStillBeSubmittedStays() {
        attached(Duration.ofDays(6));

        await(removal.removeAll());

        assertThat(isStored()).isTrue();
        assertThat(count("attachment where file = $1")).isEqualTo(1);
        assertThat(count("keys.data_key where id = $1")).isEqualTo(1);
    }

    @Test
    void oneThatHangsOnSomethingStaysForGood() {
        attached(Duration.ofDays(3650));
        await(transactions.read(() -> sql.update(
                """
                with walked as (
                    insert into visit (id, grid_code, team_code, form, started_at, recorded_at, imported, fingerprint)
                    select id, '370828101201999', 'T999', 'FIELD', now(), now(), false, '' from attachment
                    where file = $1 returning id
                )
                update attachment set visit_id = walked.id from walked where attachment.id = walked.id""",
                file)));

        await(removal.removeAll());

        assertThat(isStored()).isTrue();
        assertThat(count("attachment where file = $1")).isEqualTo(1);
    }

    @Test
    void aFileWhoseUploadDiedBeforeItsRowIsRemovedWhenItsTimeIsOver() {
        await(files.put(file, PICTURE));
        expected(Duration.ofSeconds(-1));

        await(removal.removeAll());

        assertThat(isStored()).isFalse();
        assertThat(count("unclaimed_file where id = $1")).isZero();
    }

    @Test
    void aFileWhoseUploadIsUnderWayIsLeftAlone() {
        await(files.put(file, PICTURE));
        expected(Duration.ofMinutes(10));

        await(removal.removeAll());

        assertThat(isStored()).isTrue();
        assertThat(count("unclaimed_file where id = $1")).isEqualTo(1);
    }

    @Test
    void whatACopyDiedOverIsRemovedByAnotherWhenItsLeaseIsOver() {
        await(files.put(file, PICTURE));
        expected(Duration.ofHours(-1));
        taken(Duration.ofMinutes(1));

        await(removal.removeAll());
        assertThat(isStored()).as("while the other copy has it").isTrue();
        taken(Duration.ofSeconds(-1));
        await(removal.removeAll());

        assertThat(isStored()).isFalse();
    }

    @Test
    void severalCopiesShareWhatIsToBeRemoved() {
        var others = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        others.forEach(other -> {
            await(files.put(other, PICTURE));
            await(transactions.read(
                    () -> sql.update("insert into unclaimed_file (id, remove_after) values ($1, now())", other)));
        });

        await(Uni.join()
                .all(removal.removeAll(), removal.removeAll(), removal.removeAll())
                .andFailFast());

        assertThat(others).allSatisfy(other -> assertThat(await(store.get(other.toString())))
                .isNull());
        assertThat(await(transactions.read(() ->
                        sql.value(Long.class, "select count(*) from unclaimed_file where id = any ($1)", others))))
                .isZero();
    }

    private void attached(Duration ago) {
        var key = await(files.put(file, PICTURE));
        await(transactions.read(() -> sql.update(
                """
                with key as (
                    insert into keys.data_key (id, kind, wrapped_key) values ($1, 'attachment', $2)
                )
                insert into attachment (id, uploaded_by, team_code, file, fingerprint, bytes, width, height, sha256,
                                        uploaded_at)
                values (gen_random_uuid(), 'somebody', 'T999', $1, '', 1, 64, 48, '',
                        now() - make_interval(secs => $3))""",
                file,
                key,
                seconds(ago))));
    }

    /** @param in from when on it is removed; negative: since when */
    private void expected(Duration in) {
        await(transactions.read(() -> sql.update(
                "insert into unclaimed_file (id, remove_after) values ($1, now() + make_interval(secs => $2))",
                file,
                seconds(in))));
    }

    /** @param lease from now on; negative: it is over */
    private void taken(Duration lease) {
        await(transactions.read(() -> sql.update(
                "update unclaimed_file set taken_until = now() + make_interval(secs => $2) where id = $1",
                file,
                seconds(lease))));
    }

    private static double seconds(Duration time) {
        return time.toSeconds();
    }

    private boolean isStored() {
        return await(store.get(file.toString())) != null;
    }

    private long count(String from) {
        return await(transactions.read(() -> sql.value(Long.class, "select count(*) from " + from, file)));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
