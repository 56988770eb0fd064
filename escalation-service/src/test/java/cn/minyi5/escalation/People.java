package cn.minyi5.escalation;

import cn.minyi5.access.Roles;
import cn.minyi5.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Who asks, as a request with their token. */
final class People {

    static final String COUNTY = "370828";

    private People() {}

    static RequestSpecification supervisor() {
        return as(Tokens.of("supervisor001").role(Roles.SUPERVISOR).division(COUNTY));
    }

    static RequestSpecification supervisorOf(String division) {
        return as(Tokens.of("supervisor-" + division).role(Roles.SUPERVISOR).division(division));
    }

    static RequestSpecification dispatcher() {
        return as(Tokens.of("dispatcher001").role(Roles.DISPATCHER).division(COUNTY));
    }

    static RequestSpecification headOf(String department) {
        return as(Tokens.of("head-" + department)
                .role(Roles.DEPARTMENT_HEAD)
                .division(COUNTY)
                .department(department));
    }

    static RequestSpecification clerkOf(String department) {
        return as(Tokens.of("clerk-" + department)
                .role(Roles.CLERK)
                .division(COUNTY)
                .department(department));
    }

    static RequestSpecification administrator() {
        return as(Tokens.of("administrator").role(Roles.ADMINISTRATOR).division(COUNTY));
    }

    static RequestSpecification secretary() {
        return as(
                Tokens.of("secretary001").role(Roles.SECRETARY).division(COUNTY).team("JX01"));
    }

    static RequestSpecification nobody() {
        return RestAssured.given();
    }

    static RequestSpecification as(Tokens token) {
        return RestAssured.given().header("Authorization", token.bearer()).header("Accept-Language", "en");
    }
}
