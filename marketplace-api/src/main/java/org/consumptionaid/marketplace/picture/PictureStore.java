package org.consumptionaid.marketplace.picture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class PictureStore {
    private static final String LIST =
            """
            SELECT p.id, p.alt, s.width, s.height
            FROM product_picture p JOIN picture_size s ON s.picture_id = p.id AND s.size = 1600
            WHERE p.product_id = :product ORDER BY p.position LIMIT 100
            """;
    private static final String FILE =
            "SELECT sha256, bytes FROM picture_size WHERE picture_id = :id AND size = :size";
    private static final String INSERT =
            """
            WITH picture AS (
                INSERT INTO product_picture (id, product_id, position, alt, created_at)
                SELECT :id, :product, count(*) + 1, :alt, :now FROM product_picture
                WHERE product_id = :product HAVING count(*) < :most
                RETURNING id)
            INSERT INTO picture_size (picture_id, size, width, height, bytes, sha256)
            SELECT picture.id, s.size, s.width, s.height, s.bytes, s.sha256
            FROM picture, unnest(:sizes::int[], :widths::int[], :heights::int[], :bytes::bigint[], :files::text[])
                 AS s (size, width, height, bytes, sha256)
            """;
    private static final String FILES_OF =
            """
            SELECT s.sha256 FROM product_picture p JOIN picture_size s ON s.picture_id = p.id
            WHERE p.id = :id AND p.product_id = :product
            """;
    private static final String DELETE = "DELETE FROM product_picture WHERE id = :id";
    private static final String CLOSE_GAP =
            """
            UPDATE product_picture p SET position = counted.position
            FROM (SELECT id, row_number() OVER (ORDER BY position) AS position
                  FROM product_picture WHERE product_id = :product) counted
            WHERE p.id = counted.id AND p.position <> counted.position
            """;
    private static final String ORDER =
            """
            UPDATE product_picture p SET position = wanted.position
            FROM unnest(:ids::uuid[]) WITH ORDINALITY AS wanted (id, position)
            WHERE p.id = wanted.id AND p.product_id = :product
            """;

    private final DatabaseClient database;

    PictureStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<PictureView>> list(UUID productId) {
        return database.sql(LIST)
                .bind("product", productId)
                .mapProperties(PictureView.class)
                .all()
                .collectList();
    }

    Mono<PictureFile> file(UUID id, int size) {
        return database.sql(FILE)
                .bind("id", id)
                .bind("size", size)
                .mapProperties(PictureFile.class)
                .one();
    }

    /** No row if the product has as many as it may have. */
    Mono<Long> insert(
            UUID id, UUID productId, String alt, List<NewSize> sizes, int most, Instant now) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("product", productId)
                .bind("alt", alt)
                .bind("now", now)
                .bind("most", most)
                .bind("sizes", sizes.stream().map(NewSize::size).toArray(Integer[]::new))
                .bind("widths", sizes.stream().map(NewSize::width).toArray(Integer[]::new))
                .bind("heights", sizes.stream().map(NewSize::height).toArray(Integer[]::new))
                .bind("bytes", sizes.stream().map(NewSize::bytes).toArray(Long[]::new))
                .bind("files", sizes.stream().map(NewSize::sha256).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** The files of a picture of the product; none if there is no such picture. */
    Mono<List<String>> filesOf(UUID productId, UUID id) {
        return database.sql(FILES_OF)
                .bind("product", productId)
                .bind("id", id)
                .map(row -> Objects.requireNonNull(row.get("sha256", String.class)))
                .all()
                .collectList();
    }

    /** Deletes a picture; those behind it move up. */
    Mono<Void> delete(UUID productId, UUID id) {
        return database.sql(DELETE)
                .bind("id", id)
                .then()
                .then(database.sql(CLOSE_GAP).bind("product", productId).then());
    }

    /** How many of the ids are the product's; they stand in that order now. */
    Mono<Long> order(UUID productId, List<UUID> ids) {
        return database.sql(ORDER)
                .bind("product", productId)
                .bind("ids", ids.toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }
}
