package org.consumptionaid.marketplace.picture;

import java.util.UUID;

/**
 * A picture of a product.
 *
 * @param alt what it shows; empty: just the product
 * @param width of its largest size, in pixels
 */
record PictureView(UUID id, String alt, int width, int height) {}
