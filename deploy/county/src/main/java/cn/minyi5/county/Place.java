package cn.minyi5.county;

/** 行政区划. One line of {@code divisions.csv}. */
public record Place(String code, String name, String parent, Level level) {

    /** As the statistical division codes have them. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP,
        COMMUNITY,
        VILLAGE
    }

    /** 刘庄村 for 刘庄村民委员会, 金府社区 for 金府社区居民委员会. */
    public String shortName() {
        return name.replaceFirst("(村民|居民)委员会$", "").replaceFirst("(?<![村社区])$", level == Level.VILLAGE ? "村" : "");
    }
}
