package cn.minyi5.county;

/** 诉求类别. One line of {@code categories.csv}. */
public record Category(String code, String group, String name, OnSpotLikelihood onSpotLikelihood) {

    /** How often a request of the category is settled during the visit. */
    public enum OnSpotLikelihood {
        H,
        M,
        L
    }
}
