package org.consumptionaid.marketplace.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.consumptionaid.marketplace.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class CatalogStore {
    /** Products that are read at once for a spreadsheet. */
    static final int MOST_OWN = 5_000;

    private static final String CATEGORIES =
            """
            SELECT code, parent, name_zh AS name, name_en, food_group FROM category ORDER BY sort LIMIT 1000
            """;
    private static final String PRODUCT =
            """
            SELECT p.id, p.name, p.variety, p.grade, p.description, p.packaging, p.storage, p.shelf_life_days, p.township,
                   p.county_code, d.name AS county_name, d.prefecture, d.province,
                   p.category_code AS category, k.name_zh AS category_name, p.organisation_id,
                   o.name AS organisation_name, p.price_fen, p.price_fen * 1000 / p.net_weight_grams AS price_per_kg_fen,
                   p.unit, p.net_weight_grams, s.available, p.season_from, p.season_to,
                   CASE WHEN p.season_from <= p.season_to THEN :month BETWEEN p.season_from AND p.season_to
                        ELSE :month >= p.season_from OR :month <= p.season_to END AS in_season,
                   p.gi_certificate, c.number AS certificate_number, c.valid_until AS certified_until, p.listed, p.demo,
                   p.version AS fields_version, s.version AS stock_version
            FROM product p
            JOIN stock s ON s.product_id = p.id
            JOIN division d ON d.code = p.county_code
            JOIN category k ON k.code = p.category_code
            JOIN organisation o ON o.id = p.organisation_id
            LEFT JOIN LATERAL certificate_in_force(p.organisation_id, p.category_code, :now) c ON true
            """;
    private static final String FIND = PRODUCT + "WHERE p.id = :id";
    private static final String OF_ORGANISATION =
            PRODUCT
                    + "WHERE p.organisation_id = :organisation AND p.id < :before ORDER BY p.id DESC LIMIT :limit";
    private static final String AMONG =
            PRODUCT
                    + "WHERE p.organisation_id = :organisation AND (p.id = ANY(:ids) OR p.name = ANY(:names)) ORDER BY p.id LIMIT :limit";
    private static final String NEARBY =
            """
            SELECT p.id AS product_id, p.name, p.category_code AS category, o.name AS organisation_name, p.county_code,
                   d.name AS county_name, p.unit, p.net_weight_grams, p.price_fen,
                   p.price_fen * 1000 / p.net_weight_grams AS price_per_kg_fen, s.available,
                   division_distance_metres(home.longitude, home.latitude, d.longitude, d.latitude) AS distance_metres
            FROM product p
            JOIN stock s ON s.product_id = p.id AND s.available > 0
            JOIN division d ON d.code = p.county_code
            JOIN organisation o ON o.id = p.organisation_id
            CROSS JOIN LATERAL certificate_in_force(p.organisation_id, p.category_code, :now) c
            JOIN organisation asking ON asking.id = :organisation
            LEFT JOIN division home ON home.code = asking.county_code
            WHERE p.listed AND p.category_code IN (SELECT code FROM category WHERE path && :categories)
              AND p.name LIKE ANY(:names) AND NOT p.name LIKE ANY(:others)
              AND CASE WHEN p.season_from <= p.season_to THEN :month BETWEEN p.season_from AND p.season_to
                       ELSE :month >= p.season_from OR :month <= p.season_to END
            ORDER BY distance_metres NULLS LAST, price_per_kg_fen, p.id LIMIT 50
            """;
    private static final String INSERT =
            """
            WITH new_product AS (
                INSERT INTO product (id, organisation_id, county_code, category_code, name, variety, grade, description,
                                     packaging, storage, shelf_life_days, township, unit, net_weight_grams, price_fen,
                                     season_from, season_to, pinyin, created_at, updated_at)
                SELECT :id, o.id, o.county_code, :category, :name, :variety, :grade, :description,
                       :packaging, :storage, :shelfLife, :township, :unit, :grams, :price,
                       :from, :to, :pinyin, :now, :now
                FROM organisation o
                WHERE o.id = :organisation AND EXISTS (SELECT FROM listed_county l WHERE l.code = o.county_code)
                RETURNING id)
            INSERT INTO stock (product_id, available) SELECT id, :available FROM new_product
            """;
    private static final String LOCK =
            """
            SELECT p.version AS fields_version, s.version AS stock_version, s.available, p.price_fen, p.net_weight_grams,
                   p.name, p.category_code AS category, p.grade
            FROM product p JOIN stock s ON s.product_id = p.id
            WHERE p.id = :id AND p.organisation_id = :organisation FOR UPDATE OF p, s
            """;
    private static final String UPDATE =
            """
            WITH changed AS (
                UPDATE product
                SET category_code = :category, name = :name, variety = :variety, grade = :grade,
                    description = :description, packaging = :packaging, storage = :storage,
                    shelf_life_days = :shelfLife, township = :township, unit = :unit, net_weight_grams = :grams, price_fen = :price,
                    season_from = :from, season_to = :to, pinyin = :pinyin, updated_at = :now, version = version + 1
                WHERE id = :id)
            UPDATE stock SET available = :available, version = version + 1
            WHERE product_id = :id AND available <> :available
            """;
    private static final String RENEW =
            """
            UPDATE product SET version = version + 1
            WHERE organisation_id = :organisation
              AND (:category::text IS NULL OR category_is_within(category_code, :category))
            RETURNING id
            """;
    private static final String RENEW_ONE =
            """
            UPDATE product SET version = version + 1 WHERE id = :id AND organisation_id = :organisation
            """;
    private static final String CATEGORY_OF =
            """
            SELECT category_code FROM product WHERE id = :id AND organisation_id = :organisation
            """;
    private static final String SET_LISTED =
            """
            UPDATE product SET listed = :listed, updated_at = :now, version = version + 1
            WHERE id = :id AND organisation_id = :organisation
            """;

    private final DatabaseClient database;

    CatalogStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Category>> categories() {
        return database.sql(CATEGORIES).mapProperties(Category.class).all().collectList();
    }

    Mono<ProductView> find(UUID id, Instant now, int month) {
        return database.sql(FIND)
                .bind("id", id)
                .bind("now", now)
                .bind("month", month)
                .mapProperties(ProductView.class)
                .one();
    }

    Mono<List<ProductView>> ofOrganisation(
            UUID organisationId, UUID before, Instant now, int month) {
        return ofOrganisation(organisationId, before, now, month, Page.SIZE + 1);
    }

    Mono<List<ProductView>> allOf(UUID organisationId, Instant now, int month) {
        return ofOrganisation(organisationId, Page.before(null), now, month, MOST_OWN);
    }

    private Mono<List<ProductView>> ofOrganisation(
            UUID organisationId, UUID before, Instant now, int month, int limit) {
        return database.sql(OF_ORGANISATION)
                .bind("organisation", organisationId)
                .bind("before", before)
                .bind("now", now)
                .bind("month", month)
                .bind("limit", limit)
                .mapProperties(ProductView.class)
                .all()
                .collectList();
    }

    Mono<List<ProductView>> among(
            UUID organisationId, List<UUID> ids, List<String> names, Instant now, int month) {
        return database.sql(AMONG)
                .bind("organisation", organisationId)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("names", names.toArray(String[]::new))
                .bind("now", now)
                .bind("month", month)
                .bind("limit", MOST_OWN)
                .mapProperties(ProductView.class)
                .all()
                .collectList();
    }

    Mono<List<NearbyOffer>> nearby(
            UUID organisationId,
            List<String> categoryCodes,
            ProductNames names,
            int month,
            Instant now) {
        return database.sql(NEARBY)
                .bind("names", names.patterns().toArray(String[]::new))
                .bind("others", names.others().toArray(String[]::new))
                .bind("organisation", organisationId)
                .bind("categories", categoryCodes.toArray(String[]::new))
                .bind("month", month)
                .bind("now", now)
                .mapProperties(NearbyOffer.class)
                .all()
                .collectList();
    }

    /** One row if the organisation's county is one of the 832, none otherwise. */
    Mono<Long> insert(UUID id, UUID organisationId, ProductForm form, Instant now) {
        return bind(INSERT, id, form, now)
                .bind("organisation", organisationId)
                .fetch()
                .rowsUpdated();
    }

    Mono<LockedProduct> lock(UUID id, UUID organisationId) {
        return database.sql(LOCK)
                .bind("id", id)
                .bind("organisation", organisationId)
                .mapProperties(LockedProduct.class)
                .one();
    }

    Mono<Void> update(UUID id, ProductForm form, Instant now) {
        return bind(UPDATE, id, form, now).then();
    }

    /** Gives products another version although their own fields have not changed. */
    Mono<List<UUID>> renew(UUID organisationId, @Nullable String category) {
        GenericExecuteSpec spec = database.sql(RENEW).bind("organisation", organisationId);
        return (category == null
                        ? spec.bindNull("category", String.class)
                        : spec.bind("category", category))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    Mono<Long> renew(UUID organisationId, UUID id) {
        return database.sql(RENEW_ONE)
                .bind("id", id)
                .bind("organisation", organisationId)
                .fetch()
                .rowsUpdated();
    }

    Mono<String> categoryOf(UUID id, UUID organisationId) {
        return database.sql(CATEGORY_OF)
                .bind("id", id)
                .bind("organisation", organisationId)
                .map(row -> Objects.requireNonNull(row.get("category_code", String.class)))
                .one();
    }

    Mono<Long> setListed(UUID id, UUID organisationId, boolean listed, Instant now) {
        return database.sql(SET_LISTED)
                .bind("id", id)
                .bind("organisation", organisationId)
                .bind("listed", listed)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec bind(String sql, UUID id, ProductForm form, Instant now) {
        Integer days = form.shelfLifeDays();
        GenericExecuteSpec spec = database.sql(sql);
        return (days == null
                        ? spec.bindNull("shelfLife", Integer.class)
                        : spec.bind("shelfLife", days))
                .bind("id", id)
                .bind("packaging", Objects.requireNonNull(form.packaging()))
                .bind("storage", Objects.requireNonNull(form.storage()))
                .bind("township", Objects.requireNonNull(form.township()))
                .bind("category", form.category())
                .bind("name", form.name())
                .bind("variety", Objects.requireNonNull(form.variety()))
                .bind("grade", Objects.requireNonNull(form.grade()))
                .bind("description", Objects.requireNonNull(form.description()))
                .bind("unit", form.unit())
                .bind("grams", form.netWeightGrams())
                .bind("price", form.priceFen())
                .bind("pinyin", Readings.of(form.name(), Objects.requireNonNull(form.variety())))
                .bind("from", form.seasonFrom())
                .bind("to", form.seasonTo())
                .bind("available", form.available())
                .bind("now", now);
    }
}
