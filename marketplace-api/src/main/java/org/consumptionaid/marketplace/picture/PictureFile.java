package org.consumptionaid.marketplace.picture;

/** A picture's bytes in one size. */
record PictureFile(String sha256, long bytes) {}
