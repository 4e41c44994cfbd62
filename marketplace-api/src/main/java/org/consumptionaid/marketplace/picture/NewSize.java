package org.consumptionaid.marketplace.picture;

/** A size of a new picture whose bytes are kept. */
record NewSize(int size, int width, int height, long bytes, String sha256) {
    static NewSize of(ScaledPicture picture, String sha256) {
        return new NewSize(
                picture.size(), picture.width(), picture.height(), picture.bytes(), sha256);
    }
}
