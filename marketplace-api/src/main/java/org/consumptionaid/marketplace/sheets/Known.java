package org.consumptionaid.marketplace.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.jspecify.annotations.Nullable;

/** What rows are held against: the cooperative's products, and the keys of the rows before. */
final class Known {
    private final Map<UUID, ProductView> byId = new HashMap<>();
    private final Map<String, ProductView> byKey = new HashMap<>();
    private final Map<String, Integer> rows;

    /**
     * @param rows the first row of each key so far
     */
    Known(List<ProductView> own, Map<String, Integer> rows) {
        for (ProductView product : own) {
            byId.put(product.id(), product);
            byKey.put(key(ProductForm.of(product)), product);
        }
        this.rows = new HashMap<>(rows);
    }

    @Nullable ProductView product(UUID id) {
        return byId.get(id);
    }

    @Nullable ProductView like(ProductForm form) {
        return byKey.get(key(form));
    }

    /** The earlier row that has the key; none if this is the first, which is then remembered. */
    @Nullable Integer earlier(String key, int row) {
        return rows.putIfAbsent(key, row);
    }

    /** What makes a product the same as another of the cooperative. */
    static String key(ProductForm form) {
        return String.join(
                "\u001F",
                form.name(),
                String.valueOf(form.variety()),
                String.valueOf(form.grade()),
                form.unit(),
                String.valueOf(form.netWeightGrams()));
    }
}
