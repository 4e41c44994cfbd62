package org.consumptionaid.load;

import java.sql.SQLException;

/** Products with their stock and first price, written piece by piece; the rest when closed. */
final class ProductRows implements AutoCloseable {
    private final CopyRows products;
    private final CopyRows stocks;
    private final CopyRows prices;

    ProductRows(CatalogueTables tables) throws SQLException {
        this.products = tables.products();
        this.stocks = tables.stocks();
        this.prices = tables.prices();
    }

    void add(Supplier supplier, GeneratedProduct product) throws SQLException {
        Produce produce = product.produce();
        products.add(
                product.id(),
                supplier.id(),
                supplier.countyCode(),
                produce.category(),
                product.name(),
                product.variety(),
                product.grade(),
                produce.description(),
                produce.unit(),
                product.grams(),
                product.priceFen(),
                product.seasonFrom(),
                product.seasonTo(),
                product.listed(),
                true,
                product.pinyin(),
                CatalogueTables.CREATED,
                CatalogueTables.CREATED);
        stocks.add(product.id(), product.available());
        prices.add(product.id(), CatalogueTables.CREATED, product.priceFen(), product.grams());
        if (products.full()) {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        products.send();
        stocks.send();
        prices.send();
    }
}
