package cn.minyi5.intake.masterdata.domain;

/** How much master data there is in a jurisdiction; villages and communities count where they have a grid. */
public record MasterDataCounts(
        long townships, long communities, long villages, long grids, long teams, long secretaries, long categories) {}
