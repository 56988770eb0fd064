package cn.minyi5.intake.category.application;

import cn.minyi5.intake.category.domain.Category;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All categories, by code. */
@ApplicationScoped
public class ListCategories {

    private final Categories categories;

    ListCategories(Categories categories) {
        this.categories = categories;
    }

    public Uni<List<Category>> handle() {
        return categories.all();
    }
}
