package org.consumptionaid.marketplace.sheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consumptionaid.marketplace.catalog.ProductForm;
import org.consumptionaid.marketplace.catalog.ProductView;
import org.jspecify.annotations.Nullable;

/**
 * What rows are held against: the cooperative's products, the categories it is certified for, and
 * the keys of the rows before.
 */
final class Known {
    private final Map<UUID, ProductView> byId = new HashMap<>();
    private final Map<String, ProductView> byKey = new HashMap<>();
    private final Set<String> certified;
    private final Map<String, Integer> rows;

    /**
     * @param certified categories of which produce may be sold
     * @param rows the first row of each key so far
     */
    Known(List<ProductView> own, Set<String> certified, Map<String, Integer> rows) {
        for (ProductView product : own) {
            byId.put(product.id(), product);
            byKey.put(key(ProductForm.of(product)), product);
        }
        this.certified = certified;
        this.rows = new HashMap<>(rows);
    }

    boolean isCertified(String category) {
        return certified.contains(category);
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
