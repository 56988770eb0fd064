package cn.minyi5.contracts;

import java.util.List;

/** 基础数据. What places and categories are called, for those who show them to people. */
@Event.Topic("intake.master-data")
public sealed interface MasterDataEvent extends Event {

    /** Whose administrator has named them. */
    String division();

    @Override
    default String subject() {
        return division();
    }

    /** Categories of the division are called so from now on; others keep their names. A long list comes in parts. */
    @Type("master-data.categories-named.v1")
    record CategoriesNamed(String division, List<NamedCategory> categories) implements MasterDataEvent {}

    /** Places are called so from now on, whatever division they belong to; others keep their names. */
    @Type("master-data.places-named.v1")
    record PlacesNamed(String division, List<Named> places) implements MasterDataEvent {}

    /** @param onSpotCheckRequired 现场核验: whether a department's reply says how it was checked on the spot */
    record NamedCategory(String code, String name, boolean onSpotCheckRequired) {}

    /** @param code of a division */
    record Named(String code, String name) {}
}
