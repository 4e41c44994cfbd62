package org.consumptionaid.marketplace.catalog;

/** A product and what is answered to who asks for it. */
final class ProductPage {
    private final ProductView product;
    private final byte[] json;

    /**
     * @param json the product's; not to be changed any more
     */
    ProductPage(ProductView product, byte[] json) {
        this.product = product;
        this.json = json;
    }

    ProductView product() {
        return product;
    }

    String etag() {
        return product.versions().etag();
    }

    byte[] json() {
        return json;
    }
}
