package org.consumptionaid.marketplace.picture;

import java.nio.file.Path;

/**
 * A JPEG made from an upload.
 *
 * @param size one of {@link PictureScaler#SIZES}
 * @param width at most {@code size}
 */
record ScaledPicture(int size, int width, int height, long bytes, Path file) {}
