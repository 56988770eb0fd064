package cn.minyi5.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.backends.Person;
import cn.minyi5.backends.Realm;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPersonsTest {
    private final DemoCounty county = DemoCounty.load();

    private final DemoPersons persons = new DemoPersons(county, username -> "password of " + username);

    @Test
    void everyDepartmentAndTownshipHasAClerkAndAHead() {
        for (var department : county.departments()) {
            assertThat(persons.all())
                    .anyMatch(person -> person.username().equals(DemoPersons.clerk(department.code()))
                            && person.roles().equals(List.of("clerk"))
                            && department.code().equals(person.department()))
                    .anyMatch(person -> person.username().equals(DemoPersons.head(department.code()))
                            && person.roles().equals(List.of("department-head"))
                            && department.code().equals(person.department()));
        }
    }

    @Test
    void everySecretaryHasATeamOfTheCounty() {
        var teams = county.teams().stream().map(Team::code).toList();

        assertThat(persons.all())
                .filteredOn(person -> person.roles().contains("secretary"))
                .hasSize(3)
                .extracting(Person::team)
                .doesNotHaveDuplicates()
                .isSubsetOf(teams);
        assertThat(persons.gridOf("minqing002").place().shortName()).endsWith("社区");
        assertThatThrownBy(() -> persons.gridOf("supervisor")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everybodyIsOfTheCountyAndHasARoleOfTheRealm() {
        assertThat(persons.all()).allSatisfy(person -> {
            assertThat(person.division()).isEqualTo("370828");
            assertThat(Realm.ROLES).containsAll(person.roles());
            assertThat(person.username()).isLowerCase();
        });
        assertThat(persons.all()).extracting(Person::username).doesNotHaveDuplicates();
    }

    @Test
    void areWrittenAsRecipients() {
        assertThat(persons.recipients().lines())
                .hasSize(persons.all().size() + 1)
                .startsWith("username,name,role,department,division,team,email")
                .contains("clerk-jx03,县水务局办事员,clerk,JX03,370828,,clerk-jx03@minyi5.invalid");
    }

    @Test
    void aPasswordOfNobodyIsNotInvented() {
        assertThat(persons.password("supervisor")).isEqualTo("password of supervisor");
        assertThatThrownBy(() -> persons.password("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
