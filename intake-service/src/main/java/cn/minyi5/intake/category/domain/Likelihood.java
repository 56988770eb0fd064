package cn.minyi5.intake.category.domain;

/** How often requests of a category are settled on the spot: high, medium, low. */
public enum Likelihood {
    H,
    M,
    L
}
