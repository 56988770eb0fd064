package cn.minyi5.routing.catalogue.domain;

import cn.minyi5.contracts.language.Refusal;

/**
 * 部门. A township acting as one has its 9-digit division code.
 *
 * @param code a department's name within its division: another county may give it to another department
 * @param division whose administrator brought it
 */
public record Department(String code, String name, String division) {

    public static final int LONGEST_CODE = 32;

    private static final int LONGEST_NAME = 100;

    public Department {
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,31}") || code.equals(Responsibility.TOWNSHIP)) {
            throw Refusal.invalid("department.code-malformed", "code").with("value", code);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("department.name-malformed", "name").with("longest", LONGEST_NAME);
        }
    }
}
