package cn.minyi5.intake.importing.domain;

/** Where an import stands. */
public enum ImportState {
    RUNNING,
    DONE
}
