package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.MasterDataEvent;
import cn.minyi5.contracts.MasterDataEvent.Named;
import cn.minyi5.contracts.MasterDataEvent.NamedCategory;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.masterdata.domain.Category;
import cn.minyi5.intake.masterdata.domain.Division;
import cn.minyi5.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the other services what places and categories are called and what a category demands of them, in the transaction that names them. */
@ApplicationScoped
class ToldNames {

    /** A name has up to 100 characters: so many stay far below what an event may weigh. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Outbox outbox;

    ToldNames(Outbox outbox) {
        this.outbox = outbox;
    }

    void tellPlaces(DivisionCode jurisdiction, List<Division> divisions) {
        for (int from = 0; from < divisions.size(); from += MOST_AT_ONCE) {
            var named = part(divisions, from).stream()
                    .map(division -> new Named(division.code().value(), division.name()))
                    .toList();
            outbox.announce(new MasterDataEvent.PlacesNamed(jurisdiction.value(), named));
        }
    }

    void tellCategories(DivisionCode jurisdiction, List<Category> categories) {
        for (int from = 0; from < categories.size(); from += MOST_AT_ONCE) {
            var named = part(categories, from).stream()
                    .map(category -> new NamedCategory(
                            category.code(), category.name(), category.demands().onSpotCheckRequired()))
                    .toList();
            outbox.announce(new MasterDataEvent.CategoriesNamed(jurisdiction.value(), named));
        }
    }

    private static <T> List<T> part(List<T> all, int from) {
        return all.subList(from, Math.min(from + MOST_AT_ONCE, all.size()));
    }
}
