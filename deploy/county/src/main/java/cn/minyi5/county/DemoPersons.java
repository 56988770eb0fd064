package cn.minyi5.county;

import cn.minyi5.backends.Person;
import cn.minyi5.county.Place.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who can log in: one administrator, supervisor, dispatcher and inspector, three secretaries with their teams, and a clerk and a
 * head for each department and township. Their jurisdiction is the county.
 */
public final class DemoPersons {
    public static final String ADMINISTRATOR = "administrator";
    public static final String SUPERVISOR = "supervisor";
    public static final String DISPATCHER = "dispatcher";

    /** Of the body to which complaints about the supervision office itself go. */
    public static final String INSPECTOR = "inspector";

    public static final String OFFICE_SUPERVISOR = "JX32";

    /** In 羊山镇. */
    public static final String VILLAGE_SECRETARY = "minqing001";

    /** In 金乡街道, in the town. */
    public static final String COMMUNITY_SECRETARY = "minqing002";

    /** In 胡集镇. */
    public static final String OTHER_SECRETARY = "minqing003";

    private final DemoCounty county;
    private final UnaryOperator<String> passwords;

    /** @param passwords by username */
    public DemoPersons(DemoCounty county, UnaryOperator<String> passwords) {
        this.county = county;
        this.passwords = passwords;
    }

    public List<Person> all() {
        var persons = new ArrayList<Person>();
        persons.add(person(ADMINISTRATOR, "administrator", "系统管理员"));
        persons.add(person(SUPERVISOR, "supervisor", "督查室督办员"));
        persons.add(person(DISPATCHER, "dispatcher", "工作专班批办员"));
        persons.add(person(INSPECTOR, "supervisor", OFFICE_SUPERVISOR, null, "县纪委监委承办员"));
        for (var username : List.of(VILLAGE_SECRETARY, COMMUNITY_SECRETARY, OTHER_SECRETARY)) {
            persons.add(
                    person(username, "secretary", null, gridOf(username).teamCode(), "民情书记" + username.substring(7)));
        }
        county.departments().stream().flatMap(this::staff).forEach(persons::add);
        return persons;
    }

    /** @throws IllegalArgumentException for somebody who does not exist */
    public String password(String username) {
        if (all().stream().noneMatch(person -> person.username().equals(username))) {
            throw new IllegalArgumentException("there is no " + username);
        }
        return passwords.apply(username);
    }

    /** The grid that a secretary walks. */
    public Grid gridOf(String secretary) {
        return switch (secretary) {
            case VILLAGE_SECRETARY -> first("370828101", Level.VILLAGE);
            case COMMUNITY_SECRETARY -> first("370828001", Level.COMMUNITY);
            case OTHER_SECRETARY -> first("370828102", Level.VILLAGE);
            default -> throw new IllegalArgumentException(secretary + " is no secretary");
        };
    }

    /** @param department its code, of a township its 9 digits; Keycloak knows usernames in small letters only */
    public static String clerk(String department) {
        return "clerk-" + department.toLowerCase(Locale.ROOT);
    }

    public static String head(String department) {
        return "head-" + department.toLowerCase(Locale.ROOT);
    }

    /** Where mail for somebody goes. */
    public static String mail(String username) {
        return username + "@minyi5.invalid";
    }

    /** In the format of notification's recipients. */
    public String recipients() {
        return CountyFiles.csv(
                List.of("username", "name", "role", "department", "division", "team", "email"),
                all().stream()
                        .map(person -> Arrays.asList(
                                person.username(),
                                person.displayName(),
                                person.roles().get(0),
                                person.department(),
                                person.division(),
                                person.team(),
                                mail(person.username()))));
    }

    private Stream<Person> staff(Department department) {
        return Stream.of(
                person(clerk(department.code()), "clerk", department.code(), null, department.name() + "办事员"),
                person(head(department.code()), "department-head", department.code(), null, department.name() + "负责人"));
    }

    private Grid first(String township, Level level) {
        return county.grids().stream()
                .filter(grid -> grid.township().equals(township) && grid.place().level() == level)
                .findFirst()
                .orElseThrow();
    }

    private Person person(String username, String role, String displayName) {
        return person(username, role, null, null, displayName);
    }

    private Person person(
            String username, String role, @Nullable String department, @Nullable String team, String displayName) {
        return new Person(
                username, passwords.apply(username), List.of(role), DemoCounty.CODE, department, team, displayName);
    }
}
