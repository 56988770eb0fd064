package cn.minyi5.county;

/** 网格. What one team walks: a village or community, or half of a large one. */
public record Grid(String code, String name, Place place) {

    /** The township's 9 digits. */
    public String township() {
        return code.substring(0, 9);
    }

    /** T and the grid's 15 digits: each grid has one team. */
    public String teamCode() {
        return "T" + code;
    }
}
